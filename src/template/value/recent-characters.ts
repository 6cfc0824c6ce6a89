/**
 * Characters that this Node knows and Go does not yet: Go's tables are those of Unicode 15.0. A few of their neighbours are
 * among them. Measured: test/engines/strings.engine.ts compares every character.
 */
const RECENT = new RegExp(
  [
    '[\\u0897\\u088f\\u0c5c\\u0cdc\\u1acf-\\u1aeb\\u1b4e-\\u1b7f\\u1c89\\u1c8a\\u20c1\\u2427-\\u2429\\u2b96\\u2ffc-\\u2fff',
    '\\u31e4-\\u31ef\\ua7cb-\\ua7dc\\ua7f1\\ufbc3-\\ufbd2\\ufd90\\ufd91\\ufdc8-\\ufdce',
    '\\u{105c0}-\\u{105f3}\\u{10940}-\\u{10959}\\u{10d40}-\\u{10d8f}\\u{10ec2}-\\u{10efc}\\u{11380}-\\u{113e2}',
    '\\u{116d0}-\\u{116e3}\\u{11b60}-\\u{11bf9}\\u{11db0}-\\u{11de9}\\u{11f5a}\\u{13460}-\\u{143fa}\\u{16100}-\\u{16139}',
    '\\u{16d40}-\\u{16d79}\\u{16ea0}-\\u{16ed3}\\u{16ff2}-\\u{16ff6}\\u{187f8}-\\u{187ff}\\u{18cff}\\u{18d09}-\\u{18df2}',
    '\\u{1cc00}-\\u{1cef0}\\u{1e5d0}-\\u{1e6ff}\\u{1f6d8}\\u{1f777}-\\u{1f77a}\\u{1f8b2}-\\u{1f8d8}\\u{1fa54}-\\u{1fa57}',
    '\\u{1fa89}-\\u{1fa8f}\\u{1fabe}\\u{1fac6}\\u{1fac8}\\u{1facd}\\u{1fadc}\\u{1fadf}\\u{1fae9}-\\u{1faef}',
    '\\u{1fbcb}-\\u{1fbfa}\\u{2b73a}-\\u{2b73f}\\u{2cea2}-\\u{2cead}\\u{2ebf0}-\\u{2ee5d}\\u{323b0}-\\u{33479}]',
  ].join(''),
  'u',
)

/** Whether a text has a character of which Go does not know whether it is printed, or its other case. */
export const hasRecentCharacter = (string: string): boolean => RECENT.test(string)
