export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'opensearch-domain-in-vpc': 'no command: a domain cannot be moved into a VPC',
  'opensearch-domain-fine-grained-access-enabled':
    'the command begins the time of migration, and the finding stays until its end',
};
