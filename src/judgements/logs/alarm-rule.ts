/** A composite alarm's rule: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export type AlarmRule =
  | { readonly kind: 'state'; readonly state: AlarmState; readonly alarm: string }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly rule: AlarmRule }
  | { readonly kind: 'and' | 'or'; readonly rules: readonly AlarmRule[] }
  /** At least so many of some alarms are in a state, or are not; of a share it is not known how it is rounded. */
  | {
      readonly kind: 'atLeast';
      readonly count: number | undefined;
      readonly state: AlarmState;
      readonly negated: boolean;
      readonly alarms: readonly string[];
    };

export type AlarmState = 'ALARM' | 'OK' | 'INSUFFICIENT_DATA';

/** @returns the rule, or undefined when it is not understood */
export function parseAlarmRule(text: string): AlarmRule | undefined {
  const tokens = text.match(/"[^"]*"|'[^']*'|[(),]|[^\s(),"']+/g) ?? [];
  const reader = new RuleReader(tokens);
  const rule = reader.or();
  return rule !== undefined && reader.done ? rule : undefined;
}

/** The names or ARNs of the alarms that a rule asks about. */
export function alarmsIn(rule: AlarmRule): readonly string[] {
  switch (rule.kind) {
    case 'state':
      return [rule.alarm];
    case 'constant':
      return [];
    case 'not':
      return alarmsIn(rule.rule);
    case 'and':
    case 'or':
      return rule.rules.flatMap(alarmsIn);
    case 'atLeast':
      return rule.alarms;
  }
}

const isState = (word: string): word is AlarmState => word === 'ALARM' || word === 'OK' || word === 'INSUFFICIENT_DATA';

class RuleReader {
  #at = 0;
  readonly #tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at === this.#tokens.length;
  }

  #take(word: string): boolean {
    if (this.#tokens[this.#at]?.toUpperCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  or(): AlarmRule | undefined {
    return this.#joined('or', () => this.#joined('and', () => this.#unary()));
  }

  #joined(kind: 'and' | 'or', next: () => AlarmRule | undefined): AlarmRule | undefined {
    const first = next();
    if (first === undefined) return undefined;
    const rules = [first];
    while (this.#take(kind.toUpperCase())) {
      const other = next();
      if (other === undefined) return undefined;
      rules.push(other);
    }
    return rules.length === 1 ? first : { kind, rules };
  }

  #unary(): AlarmRule | undefined {
    if (this.#take('NOT')) {
      const rule = this.#unary();
      return rule && { kind: 'not', rule };
    }
    if (this.#take('(')) {
      const rule = this.or();
      return this.#take(')') ? rule : undefined;
    }
    if (this.#take('TRUE')) return { kind: 'constant', value: true };
    if (this.#take('FALSE')) return { kind: 'constant', value: false };
    const word = this.#tokens[this.#at]?.toUpperCase() ?? '';
    this.#at += 1;
    if (!this.#take('(')) return undefined;
    if (word === 'AT_LEAST') return this.#atLeast();
    const alarm = this.#name();
    return isState(word) && alarm !== undefined && this.#take(')') ? { kind: 'state', state: word, alarm } : undefined;
  }

  /** `AT_LEAST(2, NOT OK, (ALARM(…), …))`: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html */
  #atLeast(): AlarmRule | undefined {
    const amount = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (!this.#take(',')) return undefined;
    const negated = this.#take('NOT');
    const state = this.#tokens[this.#at]?.toUpperCase() ?? '';
    this.#at += 1;
    if (!isState(state) || !this.#take(',') || !this.#take('(')) return undefined;
    const alarms: string[] = [];
    do {
      const alarm = this.#name();
      if (alarm === undefined) return undefined;
      alarms.push(alarm);
    } while (this.#take(','));
    const count = /^\d+$/.test(amount) ? Number(amount) : undefined;
    return this.#take(')') && this.#take(')') ? { kind: 'atLeast', count, state, negated, alarms } : undefined;
  }

  /** A name, quoted or not, or an ARN. */
  #name(): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || /^[(),]$/.test(token)) return undefined;
    this.#at += 1;
    return token.replace(/^["']|["']$/g, '');
  }
}

/**
 * Whether a rule holds; undefined when it depends on states that are not known.
 * @param stateOf whether an alarm is in a state
 */
export function ruleHolds(
  rule: AlarmRule,
  isIn: (alarm: string, state: AlarmState) => boolean | undefined,
): boolean | undefined {
  switch (rule.kind) {
    case 'constant':
      return rule.value;
    case 'state':
      return isIn(rule.alarm, rule.state);
    case 'not': {
      const holds = ruleHolds(rule.rule, isIn);
      return holds === undefined ? undefined : !holds;
    }
    case 'and':
    case 'or': {
      const decisive = rule.kind === 'or';
      const all = rule.rules.map((one) => ruleHolds(one, isIn));
      return all.includes(decisive) ? decisive : all.includes(undefined) ? undefined : !decisive;
    }
    case 'atLeast': {
      const { count, state, negated, alarms } = rule;
      const all = alarms.map((one) => {
        const there = isIn(one, state);
        return there === undefined ? undefined : there !== negated;
      });
      if (count === undefined) return all.every((one) => one === true) ? true : undefined;
      const sure = all.filter((one) => one === true).length;
      const possible = all.filter((one) => one !== false).length;
      return sure >= count ? true : possible < count ? false : undefined;
    }
  }
}
