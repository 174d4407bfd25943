import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/judgements/logs/filter-covers.ts';

const trail =
  '{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }';
const root =
  '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }';
const denied = '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }';
const kms =
  '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }';
const noMfa = '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }';

describe('covers', () => {
  it.each<[string, string | string[], string]>([
    ['the same text', trail, trail],
    [
      'another order and spacing',
      '{($.eventName=StopLogging)||($.eventName=StartLogging)||($.eventName=DeleteTrail)||($.eventName=UpdateTrail)||($.eventName=CreateTrail)}',
      trail,
    ],
    [
      'quotes and no brackets',
      '{ $.eventName = "CreateTrail" || $.eventName = "UpdateTrail" || $.eventName = "DeleteTrail" || $.eventName = "StartLogging" || $.eventName = "StopLogging" }',
      trail,
    ],
    [
      'needless brackets and line breaks',
      '\n{\n  (((($.eventName = CreateTrail) || ($.eventName = UpdateTrail))) || (\n ($.eventName = DeleteTrail))\n || ($.eventName = StartLogging) || (($.eventName = StopLogging))) }\n',
      trail,
    ],
    [
      'more events than asked for',
      '{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) || ($.eventName = PutEventSelectors) }',
      trail,
    ],
    ['wildcards that hold the events', '{ $.eventName = "*Trail" || $.eventName = "St*" }', trail],
    ['a regular expression with alternatives', '{ $.eventName = %Trail$|^StartLogging$|^StopLogging$% }', trail],
    ['every event', '', trail],
    ['a test that every such event passes', '{ $.eventName = "*" }', trail],
    ['EXISTS', '{ $.eventName EXISTS }', trail],
    ['an exclusion of something else', '{ $.eventName != "ConsoleLogin" }', trail],
    ['terms in any place of the text', '?CreateTrail ?UpdateTrail ?DeleteTrail ?StartLogging ?StopLogging', trail],
    ['several filters that share the events', ['{ $.eventName = "*Trail" }', '{ $.eventName = "*Logging" }'], trail],
    ['one of several filters', ['{ $.eventName = "ConsoleLogin" }', trail], trail],
    ['a filter beside one that is not understood', ['[w1, w2]', trail], trail],
    [
      'root usage with its terms turned round',
      '{($.eventType!="AwsServiceEvent")&&($.userIdentity.invokedBy NOT EXISTS)&&($.userIdentity.type="Root")}',
      root,
    ],
    ['root usage without the exclusions', '{ $.userIdentity.type = "Root" }', root],
    [
      'keywords in small letters',
      '{ $.userIdentity.type = Root && $.userIdentity.invokedBy not exists && $.eventType != AwsServiceEvent }',
      root,
    ],
    [
      'errors with fewer conditions',
      denied,
      '{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.sourceIPAddress != "delivery.logs.amazonaws.com") }',
    ],
    ['wider wildcards', '{ $.errorCode = "*Unauthorized*" || $.errorCode = "*Denied*" }', denied],
    [
      '&& that binds tighter than ||',
      '{ $.errorCode = "*UnauthorizedOperation" || $.errorCode = "AccessDenied*" && $.errorCode = "A*" }',
      denied,
    ],
    ['a source left out', '{ $.eventName = DisableKey || $.eventName = ScheduleKeyDeletion }', kms],
    [
      'a distributed form',
      '{ ($.eventSource = kms.amazonaws.com && $.eventName = DisableKey) || ($.eventSource = kms.amazonaws.com && $.eventName = ScheduleKeyDeletion) }',
      kms,
    ],
    ['a source by wildcard', '{ $.eventSource = kms* && ($.eventName = "*Key" || $.eventName = "ScheduleKey*") }', kms],
    [
      'both sides of a condition',
      '{ $.eventName = ConsoleLogin && ($.additionalEventData.MFAUsed = No || $.additionalEventData.MFAUsed != No && $.additionalEventData.MFAUsed != Yes || $.additionalEventData.MFAUsed NOT EXISTS || $.additionalEventData.MFAUsed IS NULL) }',
      noMfa,
    ],
    ['numbers', '{ $.status >= 400 }', '{ $.status > 402 && $.status < 405 }'],
    ['a number range', '{ $.latency > 10 }', '{ $.latency > 20 && $.latency < 30 }'],
    ['an item of a list', '{ $.items[0].name = a* }', '{ $.items[0].name = abc }'],
    ['an object above a property', '{ $.userIdentity EXISTS }', '{ $.userIdentity.type = "Root" }'],
  ])('accepts %s', (_, given, required) => {
    expect(covers(given, required)).toEqual({ covers: true });
  });

  it.each<[string, string | string[], string, RegExp]>([
    ['a missing event', trail.replace(' || ($.eventName = StopLogging)', ''), trail, /^\$\.eventName = "StopLogging"$/],
    ['a misspelt event', trail.replace('DeleteTrail', 'DeleteTrails'), trail, /"DeleteTrail"/],
    ['another case', trail.replace('CreateTrail', 'createtrail'), trail, /"CreateTrail"/],
    [
      'an extra condition',
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" && $.sourceIPAddress != "10.*" }',
      root,
      /sourceIPAddress/,
    ],
    [
      'an "and" in place of an "or"',
      '{ $.errorCode = "*UnauthorizedOperation" && $.errorCode = "AccessDenied*" }',
      denied,
      /errorCode/,
    ],
    [
      'a literal for a wildcard',
      '{ $.errorCode = "UnauthorizedOperation" || $.errorCode = "AccessDenied" }',
      denied,
      /\*/,
    ],
    [
      'an exception taken out of a wildcard',
      '{ $.errorCode = "*UnauthorizedOperation" || ($.errorCode = "AccessDenied*" && $.errorCode != "AccessDeniedException") }',
      denied,
      /"AccessDeniedException"/,
    ],
    [
      'a regular expression that is narrower than a wildcard',
      '{ $.errorCode = "*UnauthorizedOperation" || $.errorCode = %^AccessDenied[^E]*$% }',
      denied,
      /AccessDenied/,
    ],
    [
      'an asterisk in the middle, which is no wildcard',
      '{ $.eventName = "De*l" }',
      '{ $.eventName = "Detail" }',
      /"Detail"/,
    ],
    [
      'one value in place of "not"',
      '{ $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed = "No" }',
      noMfa,
      /MFAUsed = any other value/,
    ],
    [
      '"not" in place of NOT EXISTS',
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy != "x" && $.eventType != "AwsServiceEvent" }',
      root,
      /invokedBy absent/,
    ],
    ['another property', '{ $.eventType = CreateTrail || $.eventType = UpdateTrail }', trail, /eventType/],
    ['words to be left out', 'CreateTrail -Foo', '{ $.eventName = CreateTrail }', /excludes/],
    ['a word that is not in the event', 'ERROR', trail, /eventName/],
    [
      'words that reach over two properties',
      String.raw`"\"eventName\":\"CreateTrail\",\"eventSource\""`,
      '{ $.eventName = CreateTrail && $.eventSource = x }',
      /CreateTrail/,
    ],
    ['no filter at all', [], trail, /every event/],
    [
      'filters that together leave a gap',
      ['{ $.eventName = "*Trail" }', '{ $.eventName = "StartLogging" }'],
      trail,
      /"StopLogging"/,
    ],
    ['a narrower number range', '{ $.latency > 25 }', '{ $.latency > 20 && $.latency < 30 }', /latency = 2/],
    ['one value of two wildcards', '{ $.e = "ab" }', '{ $.e = a* && $.e = *b }', /"a\*b"/],
    ['another source', kms.replace('kms.amazonaws.com', 'ec2.amazonaws.com'), kms, /kms\.amazonaws\.com/],
  ])('refuses %s and says what is missed', (_, given, required, missed) => {
    const verdict = covers(given, required);
    expect(verdict.covers).toBe(false);
    expect(verdict.covers === false && verdict.missed).toMatch(missed);
  });

  it.each([
    ['a space-delimited pattern', '[ip, user, ..., status_code = 4*]'],
    ['a missing brace', '{ $.eventName = CreateTrail'],
    ['a missing bracket', '{ ($.eventName = CreateTrail }'],
    ['a missing value', '{ $.eventName = }'],
    ['a missing operator', '{ $.eventName CreateTrail }'],
    ['an unknown operator', '{ $.eventName == CreateTrail }'],
    ['a condition without its braces', '($.eventName = CreateTrail)'],
    ['an empty condition', '{ }'],
    ['a single ampersand', '{ $.eventName = CreateTrail & $.eventName = a }'],
    ['a regular expression with groups', '{ $.eventName = %(Create|Delete)Trail% }'],
    ['a comparison with a word', '{ $.status > high }'],
  ])('gives no verdict on %s', (_, given) => {
    expect(covers(given, trail).covers).toBe('unparsable');
  });

  it('gives up rather than run for ever', () => {
    const many = Array.from({ length: 24 }, (_, index) => `($.a${index} EXISTS || $.a${index} NOT EXISTS)`).join(
      ' && ',
    );
    const started = performance.now();
    expect(covers(`{ ${many} }`, '{ $.z = 1 }')).toEqual({
      covers: 'unparsable',
      reason: expect.stringContaining('complex'),
    });
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
