import { listed } from '../../inventory/listed.ts';
import { ses } from './service.ts';

/** A domain or an address that mail is sent from. */
export const identity = listed(ses, 'AWS::SES::EmailIdentity', 'ListEmailIdentities', {
  at: 'EmailIdentities',
  input: { PageSize: 1000 },
  narrows: { Filter: 'unless given' },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html'],
  id: ({ IdentityName }) => IdentityName,
  keep: { type: 'IdentityType' },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ses:${region}:${account}:identity/${id}`,
  label: ({ id }) => `identity ${id}`,
}).facets((facet) => ({
  details: facet.call('GetEmailIdentity', {
    input: ({ id }) => ({ EmailIdentity: id }),
    keep: ({ DkimAttributes, Policies }) => ({
      signs: DkimAttributes?.SigningEnabled,
      dkim: DkimAttributes?.Status,
      /** What its policies allow together, as one. None is an answer: https://docs.aws.amazon.com/ses/latest/dg/policies.html */
      policy: together(Object.values({ ...Policies })),
    }),
  }),
}));

/** The statements of all policies as one document; a text that is none stays as it is, and nothing is made of it. */
function together(policies: readonly string[]): string {
  const [first = '', ...others] = policies;
  if (others.length === 0) return first;
  const statements: unknown[] = [];
  for (const text of policies)
    try {
      statements.push((JSON.parse(text) as { readonly Statement?: unknown } | null)?.Statement);
    } catch {
      return text;
    }
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.flat() });
}

/** An address is signed for by its domain: https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-easy.html */
export const address = {
  at: 'type',
  is: ['EMAIL_ADDRESS'],
  because: '{label} is an address: its domain signs',
} as const;

export const identityPolicy = {
  kind: 'generic',
  signed: true,
  at: 'details.policy',
  none: '',
  action: 'ses:SendEmail',
} as const;
