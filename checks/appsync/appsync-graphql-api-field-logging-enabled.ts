import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { graphqlApi } from '../../src/services/appsync/graphql-api.ts';

export default state(graphqlApi, 'appsync-graphql-api-field-logging-enabled', {
  title: 'GraphQL APIs of AppSync log their fields',
  at: 'fieldLog',
  is: {
    ALL: pass('{label} logs all of its fields (ALL)'),
    DEBUG: pass('{label} logs its fields (DEBUG)'),
    INFO: pass('{label} logs its fields (INFO)'),
    ERROR: pass('{label} logs fields that fail (ERROR)'),
    NONE: fail('{label} logs no field (NONE)'),
  },
  unsaid: fail('{label} logs nothing'),
  risk: 'Which requests failed, and what strangers tried, cannot be found out.',
  fix: {
    text: 'Make a role that AppSync may write logs with, and set the level of fields to ERROR or ALL: the settings of the API are given as a whole (`aws appsync update-graphql-api`). What is logged is paid for.',
  },
  references: [
    'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html#appsync-2',
  ],
});
