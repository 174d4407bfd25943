import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { graphqlApi } from '../../src/services/appsync/graphql-api.ts';

export default state(graphqlApi, 'appsync-graphql-api-xray-tracing-enabled', {
  title: 'GraphQL APIs of AppSync are traced',
  at: 'tracing',
  is: {
    true: pass('{label} is traced by X-Ray'),
    false: fail('{label} is not traced by X-Ray'),
  },
  unsaid: unknown('AWS does not say whether {label} is traced'),
  risk: 'Where a request was slow or failed, of all the sources behind a query, is a guess.',
  fix: {
    text: 'Turn tracing on, in the console or by `aws appsync update-graphql-api`, which takes the settings of the API as a whole. Traces are paid for.',
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html'],
});
