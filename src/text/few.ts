/** Names of a few, and how many more there are. */
export function few(names: readonly string[]): string {
  const most = 3;
  return names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
}
