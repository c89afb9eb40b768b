/**
 * Tests compare plain text in the default format: what a CI system asks for by its environment must not change what they
 * see, here and in child processes.
 */
delete process.env['FORCE_COLOR'];
delete process.env['GITHUB_ACTIONS'];
process.env['NO_COLOR'] = '1';
