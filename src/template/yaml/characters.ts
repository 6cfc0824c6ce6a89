/** Character classes of YAML 1.1 on UTF-16 units; 0 stands for the end of the text. */

export const TAB = 0x09
export const SPACE = 0x20

export const isBreak = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029

export const isBlank = (code: number): boolean => code === SPACE || code === TAB

/** Blank, break or the end. */
export const isGap = (code: number): boolean =>
  code === SPACE || code === 0x0a || code === 0 || code === TAB || (code !== 0 && isBreak(code))

export const isBreakOrEnd = (code: number): boolean => code === 0 || isBreak(code)

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** What names of anchors and tag handles are made of. */
export const isWordCharacter = (code: number): boolean =>
  isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code === 0x2d

export const hexDigit = (code: number): number => {
  if (isDigit(code)) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** What YAML 1.1 does not let a text hold at all. */
export const FORBIDDEN = /[^\t\n\r -~\u0085\u00a0-\ufffd]/
