import check from '../../../checks/bedrock/bedrock-guardrail-enforced-for-account.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const one = (included?: string[], excluded?: string[]) => ({ guardrail: 'gr1', version: '3', included, excluded });

checkSuite(
  check,
  {
    id: '123456789012',
    name: 'Bedrock in eu-west-1',
    arn: 'arn:aws:bedrock:eu-west-1:123456789012:settings',
    enforced: [one(['ALL'], [])],
  },
  [
    { when: 'one is enforced on all models', given: {}, expect: 'pass', message: /gr1/ },
    { when: 'one is enforced, and nothing is said of models', given: { enforced: [one()] }, expect: 'pass' },
    {
      when: 'AWS says nothing of the one that is enforced',
      given: { enforced: [{ guardrail: undefined, version: undefined, included: undefined, excluded: undefined }] },
      expect: 'unknown',
    },
    { when: 'none is enforced', given: { enforced: [] }, expect: 'fail', message: /no guardrail/ },
    {
      when: 'one is enforced on some models',
      given: { enforced: [one(['anthropic.claude'], [])] },
      expect: 'fail',
      message: /on anthropic\.claude/,
    },
    {
      when: 'one is enforced on all models but some',
      given: { enforced: [one(['ALL'], ['amazon.nova'])] },
      expect: 'fail',
      message: /all but amazon\.nova/,
    },
    {
      when: 'another one is enforced on all models',
      given: { enforced: [one(['anthropic.claude'], []), one(['ALL'], [])] },
      expect: 'pass',
    },
  ],
);
