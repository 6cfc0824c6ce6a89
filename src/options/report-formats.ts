/** How a report can be written. The first is the default. */
export const FORMATS = ['text', 'json', 'sarif', 'html', 'markdown', 'junit', 'rdjson', 'gitlab', 'evidence'] as const

export type Format = (typeof FORMATS)[number]

/** The formats that the end of a file's name stands for. */
export const FORMAT_OF_ENDING: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.sarif': 'sarif',
  '.html': 'html',
  '.md': 'markdown',
  '.xml': 'junit',
}
