import { branches } from '../../helpers/organization.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const on = (id: string) => `arn:aws:organizations::111122223333:x/o-oursoursou/${id}`;
/** `AWSControlTowerBaseline` on a unit or account. */
export const baseline = (id: string, status = 'SUCCEEDED', name = 'AWSControlTowerBaseline') => ({
  name: name as string | undefined,
  target: on(id) as string | undefined,
  status: status as 'SUCCEEDED' | 'FAILED' | 'UNDER_CHANGE' | undefined,
});
export const control = (id: string, status = 'SUCCEEDED') => ({
  arn: 'arn:aws:controltower:eu-west-1:111122223333:enabledcontrol/1' as string | undefined,
  control: 'arn:aws:controltower:eu-west-1::control/AWS-GR_EXAMPLE' as string | undefined,
  target: on(id) as string | undefined,
  status: status as 'SUCCEEDED' | 'FAILED' | 'UNDER_CHANGE' | undefined,
  drift: 'IN_SYNC' as 'IN_SYNC' | 'DRIFTED' | 'NOT_CHECKING' | undefined,
});
const region = (
  trusted: boolean | undefined,
  baselines?: ReturnType<typeof baseline>[],
  controls?: ReturnType<typeof control>[],
) => ({ controlTowers: [{ id: '111122223333', trusted, baselines, controls }] });

/** The tree of `branches`, governed by these. */
export const governing = (baselines: ReturnType<typeof baseline>[], controls: ReturnType<typeof control>[] = []) => {
  const { units, accounts } = branches({});
  return { ...manages(), ...region(true, baselines, controls), units, accounts };
};

export const unread = {
  actions: ['controltower:ListEnabledControls'],
  cause: 'controltower:ListEnabledControls denied',
};

/** What every check of units and accounts says, whatever it asks. */
export const ungovernedCases = [
  { when: 'Control Tower is not trusted', along: { ...manages(), ...region(false) }, expect: 'not-applicable' },
  {
    when: 'it is trusted, and no region that was read keeps anything',
    along: { ...manages(), ...region(true, [], []) },
    unreadRegions: ['eu-north-1'],
    expect: 'unknown',
    message: /not read: eu-north-1/,
  },
  { when: 'the account is a member', along: { ...plainMember, ...region(undefined) }, expect: 'not-applicable' },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
  { when: 'it was not read', along: manages(), unreadAlong: { controlTowers: unread }, expect: 'unknown' },
  { when: 'nothing of the organization was read', unreadAlong: organizationUnread, expect: 'unknown' },
] as const;
