/**
 * A path with `/` as a URI reference, percent-encoded. What is absolute (Windows: another drive, another machine) gets
 * the scheme `file`.
 */
export function uriOf(path: string): string {
  const [, drive, rest = path] = /^([A-Za-z]:)(\/.*)$/.exec(path) ?? [];
  if (drive !== undefined) return `file:///${drive}${encoded(rest)}`;
  if (path.startsWith('//')) return `file:${encoded(path)}`;
  return path.startsWith('/') ? `file://${encoded(path)}` : encoded(path);
}

function encoded(path: string): string {
  // A lone surrogate, which a file's name may hold on Windows, has no encoding.
  return path.replaceAll(/\p{Cs}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/');
}
