export { awsError, collectType, stubbedApis, type Answers, type Sent } from '../../src/testing/collect-type.ts';
