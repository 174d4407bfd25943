const settings = { id: '111122223333', name: 'The account' };

/** The account's Shield settings as checks read them along. */
export const subscribed = { ...settings, state: 'ACTIVE' as const };
export const unsubscribed = { ...settings, state: 'INACTIVE' as const };

/** A protection of a resource. */
export const protecting = (protects: string | undefined) => ({ id: 'p1', protects, healthCheckIds: [] });
