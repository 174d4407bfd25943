export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'opensearch-domain-in-vpc': 'no command: a domain cannot be moved into a VPC',
  'opensearch-domain-not-public':
    'no command where nothing is left of the policy: whom to let in is for a person to say',
  'opensearch-domain-fine-grained-access-enabled':
    'the command begins the time of migration, and the finding stays until its end',
};
