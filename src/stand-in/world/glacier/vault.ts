import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

const vault = (VaultName: string) => ({
  VaultARN: arnOf('glacier', `vaults/${VaultName}`),
  VaultName,
  CreationDate: daysAgo(2000).toISOString(),
  NumberOfArchives: 12,
  SizeInBytes: 6144,
});

/** One that every account may read, with a lock, and one without a policy. */
export default answers(
  'glacier',
  {
    ListVaults: here({ VaultList: [vault('invoices-2014'), vault('invoices-2015')] }),
    GetVaultAccessPolicy: ({ path }) =>
      path.includes('/invoices-2014/')
        ? {
            policy: {
              Policy: policy({
                Effect: 'Allow',
                Principal: '*',
                Action: ['glacier:InitiateJob', 'glacier:GetJobOutput'],
                Resource: arnOf('glacier', 'vaults/invoices-2014'),
              }),
            },
          }
        : fails({ code: 'ResourceNotFoundException', status: 404 }),
    GetVaultLock: ({ path }) =>
      path.includes('/invoices-2014/')
        ? {
            Policy: policy({
              Sid: 'keep-ten-years',
              Effect: 'Deny',
              Principal: '*',
              Action: 'glacier:DeleteArchive',
              Resource: arnOf('glacier', 'vaults/invoices-2014'),
              Condition: { NumericLessThan: { 'glacier:ArchiveAgeInDays': '3650' } },
            }),
            State: 'Locked',
            CreationDate: daysAgo(1999).toISOString(),
          }
        : fails({ code: 'ResourceNotFoundException', status: 404 }),
  },
  { 'AWS::Glacier::Vault': 'invoices-2015' },
);
