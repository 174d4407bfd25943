import check from '../../../checks/apigateway/apigateway-stage-execution-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { method, restApi, stageOf } from './rest-api.ts';

const all = (level: string | undefined) => ({ method: undefined, level });
const one = (verb: string, level: string | undefined) => ({ method: { path: '/orders/{id}', verb }, level });
const levels = (...logLevels: readonly object[]) => ({ logLevels: logLevels as never });
const along = { apis: [{ ...restApi, methods: [method('GET', 'AWS_IAM'), method('PUT', 'AWS_IAM')] }] };

checkSuite(check, stageOf('abc123', 'prod'), [
  { when: 'errors of all methods are logged', given: levels(all('ERROR')), expect: 'pass' },
  { when: 'all is logged', given: levels(all('INFO'), one('GET', 'ERROR')), expect: 'pass' },
  {
    when: 'there are no settings',
    given: levels(),
    expect: 'fail',
    fix: {
      cli: "aws apigateway update-stage --rest-api-id abc123 --stage-name prod --patch-operations 'op=replace,path=/*/*/logging/loglevel,value=ERROR' --region eu-west-1",
    },
  },
  { when: 'logging is off', given: levels(all('OFF')), expect: 'fail' },
  { when: 'the settings of all have no level', given: levels(all(undefined)), expect: 'fail' },
  {
    when: 'it is off for one method',
    given: levels(all('INFO'), one('GET', 'OFF')),
    expect: 'fail',
    message: /GET \/orders/,
  },
  { when: 'of one method AWS does not say', given: levels(all('INFO'), one('GET', undefined)), expect: 'unknown' },
  {
    when: 'of one method the level is of tomorrow',
    given: levels(all('INFO'), one('GET', 'TRACE')),
    expect: 'unknown',
  },
  { when: 'the level is of tomorrow', given: levels(all('TRACE')), expect: 'unknown' },
  {
    when: 'one of two methods is logged',
    given: levels(one('GET', 'INFO')),
    along,
    expect: 'fail',
    message: /PUT \/orders/,
  },
  {
    when: 'each method is logged by its own',
    given: levels(one('GET', 'INFO'), one('PUT', 'ERROR')),
    along,
    expect: 'pass',
  },
  { when: 'the API is gone', given: levels(one('GET', 'INFO')), along: { apis: [] }, expect: 'unknown' },
  {
    when: 'the methods could not be read',
    given: levels(one('GET', 'INFO')),
    along: { apis: [] },
    unreadAlong: { apis: { cause: 'AccessDenied', actions: ['apigateway:GET'] } },
    expect: 'unknown',
  },
]);
