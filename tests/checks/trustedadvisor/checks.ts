import type { AdvisorCheck } from '../../../src/services/support/trusted-advisor.ts';

export const advisor = { id: '111122223333', name: 'Trusted Advisor', checks: [] };

/** A security check unless it says otherwise, with nothing excluded where it has a result. */
export const one = (id: string, status: string | undefined, rest: Partial<AdvisorCheck> = {}): AdvisorCheck => ({
  id,
  name: id,
  category: 'security',
  status,
  checkedAt: undefined,
  flagged: 0,
  excluded: status === undefined || status === 'not_available' ? undefined : 0,
  ...rest,
});
