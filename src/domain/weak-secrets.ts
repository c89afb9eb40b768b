/** Words that placeholders, examples and defaults of secrets are put together from. */
const VOCABULARY = new Set(`
  a an and any are at be before but by can do ever for guess here if in is it know me more my need needs never new
  no not
  of on one only or our own please really should so some something than that the thing this to too use used using very
  want will with you your
  change changed changeit changeme enter generate generated insert put replace replaced set deploy
  default demo dev develop development dummy example fake fallback local placeholder prod production sample staging temp
  temporary test testing tests
  access admin api app application astro auth authentication backend better client complex cookie cookies encrypt
  encrypted encryption express
  frontend hash hmac hs iron jwt jwts key keys login master next node nuxt private project react refresh remix salt
  secret secrets server
  service session sessions sha sign signature signed signing site store svelte sveltekit token tokens user users vue
  web webtoken website json
  bit bits byte bytes char character characters chars least length long min minimum must random secure safe short string
  strong super text top ultra unique value
  pass passphrase password passwords passwort pwd phrase pw
  abc asdf bar baz cat foo hello keyboard lol qwerty qwertz shh shhh shhhhh shhhhhh world xyz xxx
`.split(/\s+/).filter((word) => word !== ''));

const LONGEST = Math.max(...[...VOCABULARY].map((word) => word.length));

/** More digits than these are no decoration. */
const MOST_DIGITS = 10;

/**
 * Whether a secret is nothing but words of placeholders, in any spelling and written together or apart, with a few
 * digits: `changeme`, `my-super-secret-key`, `yourJwtSecretHere123`. Lists of default secrets have these at any length.
 */
export function isPlaceholderPhrase(secret: string): boolean {
  const runs = secret.toLowerCase().split(/[^a-z]+/).filter((run) => run !== '');
  const digits = secret.replaceAll(/\D/g, '').length;
  return runs.length > 0 && digits <= MOST_DIGITS && !/[^\x20-\x7e]/.test(secret) && runs.every(isMadeOfWords);
}

/** Whether a run of letters can be cut into words; linear in its length. */
function isMadeOfWords(run: string): boolean {
  const ends = new Set([0]);
  for (let start = 0; start < run.length; start += 1) {
    if (!ends.has(start)) continue;
    for (let end = start + 1; end <= Math.min(run.length, start + LONGEST); end += 1) {
      if (VOCABULARY.has(run.slice(start, end))) ends.add(end);
    }
  }
  return ends.has(run.length);
}
