const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  ENOENT: 'there is no such directory',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  ENOTDIR: 'part of the path is a file',
  EEXIST: 'part of the path is a file',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a file or directory could not be written, in words and with the system's code. */
export function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return CAUSES[code] === undefined ? code : `${CAUSES[code]} (${code})`;
}
