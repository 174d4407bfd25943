import { manual, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { ipSet } from '../../src/services/guardduty/ip-set.ts';
import { shell } from '../../src/text/shell.ts';

const look =
  'GuardDuty makes no findings about its addresses, and does not show them: look whether they are the few of the own company';

export default state(ipSet, 'guardduty-trusted-ip-list-not-broad', {
  title: 'GuardDuty trusts no broad lists of addresses',
  at: 'details.status',
  is: {
    ACTIVE: ({ id, details }) => asks(id, details, 'is active'),
    ACTIVATING: ({ id, details }) => asks(id, details, 'is being activated'),
    ERROR: ({ id, details }) => asks(id, details, 'could not be activated anew, and what it held before may count'),
    ...sameFor(
      ['INACTIVE', 'DEACTIVATING', 'DELETE_PENDING', 'DELETED'],
      pass('{label}[ ({details.title})] is {details.status}: nothing is trusted by it'),
    ),
  },
  unsaid: unknown('AWS does not say whether {label} is active'),
  risk: 'Whoever works from a trusted address is seen by nobody. A list with networks of a cloud, an office building or 0.0.0.0/0 hides attackers.',
  fix: {
    text: 'Put into the file only single addresses or small networks that nobody else uses, or take the list away. The command takes it out of use; `--activate` undoes it.',
    exact: ({ id, detectorId }) => ({
      cli: shell`aws guardduty update-ip-set --detector-id ${detectorId} --ip-set-id ${id} --no-activate`,
    }),
  },
});

function asks(
  id: string,
  { title, location }: { readonly title?: string | undefined; readonly location?: string | undefined },
  is: string,
) {
  return manual(`The trusted list ${id} (${title ?? 'without a name'}, ${location ?? 'in S3'}) ${is}. ${look}`, {
    location,
  });
}
