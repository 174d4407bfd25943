import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { graphqlApi } from '../../src/services/appsync/graphql-api.ts';

export default state(graphqlApi, 'appsync-graphql-api-cache-encrypted-in-transit', {
  title: 'Caches of AppSync are encrypted in transit',
  at: 'cache.inTransit',
  is: {
    true: pass('The cache of {label} is encrypted in transit'),
    false: fail('The cache of {label} is not encrypted in transit'),
  },
  absent: notApplicable('{label} has no cache'),
  unsaid: unknown('AWS does not say whether the cache of {label} is encrypted in transit'),
  risk: 'Answers are kept as they were given, personal data and all: in the open for whoever gets at the way to it.',
  fix: {
    text: 'It is decided when a cache is made: delete the cache and make it again with encryption (`aws appsync create-api-cache`). Until it is there, requests go to the data sources.',
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html'],
});
