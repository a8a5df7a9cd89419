// The operators a condition may use, with the types they compare: the one list behind the schema, the linter and the engine.

export const factTypes = ['string', 'number', 'boolean', 'list', 'object'] as const;
export type FactType = (typeof factTypes)[number];

export interface OperatorSignature {
  readonly name: string;
  /** Types of fact it can be applied to. */
  readonly facts: readonly FactType[];
  /** Type of the value beside it; `same` = the fact's own type, `element` = one element of the list. */
  readonly value: 'same' | 'element' | 'list' | 'string' | 'number' | 'boolean';
  readonly meaning: string;
  readonly example: string;
}

export const operators = [
  {
    name: 'equal',
    facts: ['string', 'number', 'boolean'],
    value: 'same',
    meaning: 'The fact is exactly this value.',
    example: '{ fact: error.code, operator: equal, value: AccessDenied }',
  },
  {
    name: 'notEqual',
    facts: ['string', 'number', 'boolean'],
    value: 'same',
    meaning: 'The fact is known and is another value.',
    example: '{ fact: decision.scp, operator: notEqual, value: explicitDeny }',
  },
  {
    name: 'in',
    facts: ['string', 'number'],
    value: 'list',
    meaning: 'The fact is one of the listed values.',
    example: '{ fact: caller.kind, operator: in, value: [user, root] }',
  },
  {
    name: 'notIn',
    facts: ['string', 'number'],
    value: 'list',
    meaning: 'The fact is known and none of the listed values.',
    example: '{ fact: error.service, operator: notIn, value: [s3, kms] }',
  },
  {
    name: 'contains',
    facts: ['list'],
    value: 'element',
    meaning: 'The list has this element.',
    example: '{ fact: trust.unmetKeys, operator: contains, value: "sts:ExternalId" }',
  },
  {
    name: 'doesNotContain',
    facts: ['list'],
    value: 'element',
    meaning: 'The list is known and lacks this element; true for an empty list.',
    example: '{ fact: trust.unmetKeys, operator: doesNotContain, value: "sts:ExternalId" }',
  },
  {
    name: 'lessThan',
    facts: ['number'],
    value: 'number',
    meaning: 'The number is smaller.',
    example: '{ fact: error.httpStatus, operator: lessThan, value: 500 }',
  },
  {
    name: 'lessThanInclusive',
    facts: ['number'],
    value: 'number',
    meaning: 'The number is smaller or equal.',
    example: '{ fact: error.httpStatus, operator: lessThanInclusive, value: 499 }',
  },
  {
    name: 'greaterThan',
    facts: ['number'],
    value: 'number',
    meaning: 'The number is greater.',
    example: '{ fact: error.httpStatus, operator: greaterThan, value: 399 }',
  },
  {
    name: 'greaterThanInclusive',
    facts: ['number'],
    value: 'number',
    meaning: 'The number is greater or equal.',
    example: '{ fact: error.httpStatus, operator: greaterThanInclusive, value: 400 }',
  },
  {
    name: 'includesText',
    facts: ['string'],
    value: 'string',
    meaning: 'The text has this part, ignoring upper and lower case and runs of white space.',
    example: '{ fact: error.text, operator: includesText, value: with session credentials }',
  },
  {
    name: 'like',
    facts: ['string'],
    value: 'string',
    meaning: 'The text matches this IAM pattern: * is any run of characters, ? exactly one; case counts.',
    example: '{ fact: error.action, operator: like, value: "ec2:Describe*" }',
  },
  {
    name: 'known',
    facts: ['string', 'number', 'boolean', 'list', 'object'],
    value: 'boolean',
    meaning:
      'Whether anything is known about the fact at all. Never unknown itself, so a cause that proves may not use it.',
    example: '{ fact: error.principal, operator: known, value: false }',
  },
] as const satisfies readonly OperatorSignature[];

export type OperatorName = (typeof operators)[number]['name'];

/** Decorators apply an operator to the elements of a list fact: `someFact:like`. */
export const decorators = ['someFact', 'everyFact'] as const;
