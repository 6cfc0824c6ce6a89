/** The charts around a template below the release's own, by their names or aliases: `shop/charts/db/templates/a.yaml`. */
export function chartsIn(template: string): string[] {
  const steps = template.split('/').slice(1)
  const charts: string[] = []
  while (steps[0] === 'charts' && steps[1] !== undefined) charts.push(...steps.splice(0, 2).slice(1))
  return charts
}
