import { button } from './element.ts'
import { keepSetting, readSetting } from './settings.ts'

const THEMES = ['auto', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const SAYS: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' }

/** The switch between light and dark; `Auto`, the first, is as the system has it. */
export function themeSwitch(): { readonly root: HTMLElement; next(): void } {
  let theme = THEMES.find(one => one === readSetting('theme')) ?? 'auto'
  const root = button('', () => next(), { class: 'theme' })
  const apply = (): void => {
    document.documentElement.dataset.theme = theme
    root.textContent = SAYS[theme]
    root.setAttribute('aria-label', `Colours: ${SAYS[theme]}. Change them`)
  }
  const next = (): void => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'
    keepSetting('theme', theme)
    apply()
  }
  apply()
  return { root, next }
}
