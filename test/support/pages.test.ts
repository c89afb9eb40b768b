import { describe, expect, it } from 'vitest';
import { claimedStandards } from './pages.js';

describe('the standards that a page claims', () => {
  it.each([
    ['a sentence', 'ASVS 5.0.0 V9.1.1 and V16.5.3, CWE-252, OWASP Top 10 A07:2021.', ['A07:2021', 'CWE-252', 'V16.5.3', 'V9.1.1']],
    ['a list', '- OWASP API Security Top 10 API2:2023\n- CWE-1, CWE-22\n\nNot V14.3.3.', ['API2:2023', 'CWE-1', 'CWE-22']],
    ['sections of RFCs', 'RFC 8725 sections 2.1, 3.1 and 3.10; RFC 9700 section 4.3.2, RFC 7519.', ['RFC 7519', 'RFC 8725 2.1', 'RFC 8725 3.1', 'RFC 8725 3.10', 'RFC 9700 4.3.2']],
    ['sections of NIST', '- NIST SP 800-63B-4, sections 5.1 and 5.1.1', ['NIST 5.1', 'NIST 5.1.1']],
    ['remarks and drafts', 'CWE-613, RFC 6265bis (draft). None asks for V9.2.1. CWE-1 neither.', ['CWE-613']],
  ])('are read from %s', (_, text, expected) => {
    expect(claimedStandards(text)).toEqual(expected);
  });
});
