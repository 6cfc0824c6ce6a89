import type { Layout } from '../../graph/layout.ts'
import { button, element } from '../element.ts'

/** The part of a drawing that is shown. */
interface Frame {
  x: number
  y: number
  /** Pixels of the screen for one of the drawing. */
  scale: number
}

/** Smaller letters cannot be read: the beginning is shown instead of all. */
const SMALLEST_AT_FIRST = 0.7
/** Of the canvas, in pixels, buttons included. */
const HEIGHTS = { least: 260, most: 720 }
const SCALES = { least: 0.08, most: 3 }

/**
 * Lets a drawing be moved and made larger: by the wheel, by dragging, by `+`, `-` and `0`, and by buttons.
 * @param isFromEnd where not all of it can be shown, its right end is.
 */
export function zoomable(
  svg: SVGSVGElement,
  { width, height }: Layout,
  { isFromEnd }: { readonly isFromEnd: boolean },
): HTMLElement {
  const shown: Frame = { x: 0, y: 0, scale: 1 }
  const root = element('div', { class: 'canvas' })
  const paint = (): void => {
    const { clientWidth, clientHeight } = root
    svg.setAttribute('viewBox', [shown.x, shown.y, clientWidth / shown.scale, clientHeight / shown.scale].join(' '))
  }
  const zoom = (factor: number, x = root.clientWidth / 2, y = root.clientHeight / 2): void => {
    const scale = Math.min(SCALES.most, Math.max(SCALES.least, shown.scale * factor))
    shown.x += x / shown.scale - x / scale
    shown.y += y / shown.scale - y / scale
    shown.scale = scale
    paint()
  }
  const fit = (least: number): void => {
    const [across, down] = [root.clientWidth / Math.max(width, 1), root.clientHeight / Math.max(height, 1)]
    shown.scale = Math.max(least, Math.min(across, down, 1.15))
    shown.x =
      across < shown.scale
        ? isFromEnd
          ? width - root.clientWidth / shown.scale
          : 0
        : (width - root.clientWidth / shown.scale) / 2
    shown.y = down < shown.scale ? 0 : (height - root.clientHeight / shown.scale) / 2
    paint()
  }
  root.append(
    svg,
    element(
      'div',
      { class: 'zoom' },
      button('+', () => zoom(1.3), { 'aria-label': 'Larger' }),
      button('−', () => zoom(1 / 1.3), { 'aria-label': 'Smaller' }),
      button('Fit', () => fit(SCALES.least), { 'aria-label': 'Fit all of the drawing in' }),
    ),
  )
  root.addEventListener(
    'wheel',
    event => {
      // Without a key the page scrolls, as it does everywhere else.
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = root.getBoundingClientRect()
      zoom(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top)
    },
    { passive: false },
  )
  root.addEventListener('keydown', event => {
    const act = { '+': () => zoom(1.3), '=': () => zoom(1.3), '-': () => zoom(1 / 1.3), '0': () => fit(SCALES.least) }[
      event.key
    ]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  })
  svg.addEventListener('focusin', event => {
    if (event.target instanceof SVGGraphicsElement) bringIn(event.target)
  })
  drag(svg, (dx, dy) => {
    shown.x -= dx / shown.scale
    shown.y -= dy / shown.scale
    paint()
  })
  new ResizeObserver(paint).observe(root)
  requestAnimationFrame(() => {
    const scale = Math.max(SMALLEST_AT_FIRST, Math.min(root.clientWidth / Math.max(width, 1), 1.15))
    root.style.height = `${Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, height * scale + 40))}px`
    fit(SMALLEST_AT_FIRST)
  })
  return root

  /** What has the focus is seen. */
  function bringIn(target: SVGGraphicsElement): void {
    const [inner, outer] = [target.getBoundingClientRect(), root.getBoundingClientRect()]
    const [x, y] = [
      overhang(inner.left, inner.right, outer.left, outer.right),
      overhang(inner.top, inner.bottom, outer.top, outer.bottom),
    ]
    if (x === 0 && y === 0) return
    shown.x += x / shown.scale
    shown.y += y / shown.scale
    paint()
  }
}

const EDGE = 30

function overhang(start: number, end: number, from: number, to: number): number {
  if (start < from) return start - from - EDGE
  return end > to ? end - to + EDGE : 0
}

function drag(svg: SVGSVGElement, move: (dx: number, dy: number) => void): void {
  let last: PointerEvent | undefined
  svg.addEventListener('pointerdown', event => {
    if (event.button === 0 && !(event.target instanceof Element && event.target.closest('.box'))) last = event
  })
  svg.addEventListener('pointermove', event => {
    if (!last || event.buttons === 0) {
      last = undefined
      return
    }
    svg.setPointerCapture(event.pointerId)
    move(event.clientX - last.clientX, event.clientY - last.clientY)
    last = event
  })
}
