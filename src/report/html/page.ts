import { createHash } from 'node:crypto'
import type { ClientBundle } from './client-bundle.ts'
import type { PageData } from './data.ts'
import { escapeHtml, scriptJson } from './escape.ts'

/** A view of the page that is made here and not by its code. */
export interface Section {
  /** Lower-case letters: the view's word in the address and the key of its data. */
  readonly id: string
  /** What the navigation calls it. */
  readonly title: string
  /** Markup inside of the view; without inline styles and handlers, which the page's policy forbids. */
  readonly html: string
  /** What its code needs: `PageData.sections[id]`. */
  readonly data: unknown
}

/** The views that the page's code fills, in the order of the navigation; sections stand before `guidance`. */
const VIEWS = [
  { id: 'overview', title: 'Overview' },
  { id: 'findings', title: 'Findings' },
  { id: 'paths', title: 'Attack paths' },
  { id: 'guidance', title: 'Guidance' },
  { id: 'inventory', title: 'Inventory' },
  { id: 'inputs', title: 'What was checked' },
] as const

/** A page in one file that loads nothing: its policy allows just the style and the script that stand in it. */
export function page(data: Omit<PageData, 'sections'>, sections: readonly Section[], client: ClientBundle): string {
  const views = VIEWS.flatMap(view => [...(view.id === 'guidance' ? sections : []), { ...view, html: '' }])
  const all: PageData = { ...data, sections: Object.fromEntries(sections.map(({ id, data }) => [id, data])) }
  const title = `${data.tool.name}: ${data.conclusion}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(client)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${client.style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top">
<p class="brand">${escapeHtml(data.tool.name)}</p>
<nav aria-label="Report"><ul>${views.map(view => navigationItem(view, data)).join('')}</ul></nav>
<div class="tools"></div>
</header>
<main id="main" tabindex="-1">
<section class="verdict ${data.conclusion}" aria-labelledby="conclusion">
<h1 id="conclusion">${escapeHtml(data.conclusion)}</h1>
<p class="reason">${escapeHtml(data.reason)}.</p>
<p class="scope">${data.scope.map(sentence => `${escapeHtml(sentence)}.`).join(' ')}</p>
</section>
<noscript><p>The findings are shown by the script of this page, which is switched off here. The text and JSON reports hold them, too.</p></noscript>
${views.map(viewMarkup).join('\n')}
</main>
<script type="application/json" id="data">${scriptJson(all)}</script>
<script>${client.script}</script>
</body>
</html>
`
}

function navigationItem(
  { id, title }: Omit<Section, 'data' | 'html'>,
  { findings, paths }: Omit<PageData, 'sections'>,
): string {
  const number = { findings: findings.length, paths: paths.length }[id]
  const count = number === undefined ? '' : ` <span class="number">${number.toLocaleString('en')}</span>`
  return `<li><a href="#${id}" data-view="${id}">${escapeHtml(title)}${count}</a></li>`
}

const viewMarkup = ({ id, title, html }: Omit<Section, 'data'>): string =>
  `<section class="view" id="view-${id}" aria-labelledby="title-${id}" hidden><h2 id="title-${id}">${escapeHtml(title)}</h2>${html}</section>`

/** Nothing but these two texts; and no text that its code did not make becomes markup. */
const policy = ({ script, style }: ClientBundle): string =>
  [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
