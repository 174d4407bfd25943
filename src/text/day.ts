/**
 * Whether a text begins with a day that exists, `2026-01-31`. `Date.parse` takes the 31st of February for the 3rd of March.
 */
export function isDay(text: string): boolean {
  const [, day = ''] = /^(\d{4}-\d\d-\d\d)(?!\d)/.exec(text) ?? [];
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
