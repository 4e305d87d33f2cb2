import { overlooked, schema, type ValidationFault } from '../service/overlooked';

const table = {
  'subject-code-pattern-unchecked': overlooked(
    'A code may hold any characters.',
    ['createSubject'],
    schema('Subject', 'properties/code/pattern'),
  ),
  'subject-label-max-length-unchecked': overlooked(
    'A label may be longer than 60.',
    ['createSubject'],
    schema('Subject', 'properties/labels/patternProperties/^[a-z]{2}$/maxLength'),
  ),
  'subject-label-of-no-language-accepted': overlooked(
    'A label may be in no language.',
    ['createSubject'],
    schema('Subject', 'properties/labels/additionalProperties'),
  ),
  'branch-name-required-unchecked': overlooked(
    'A branch may lack its name.',
    ['createSubject'],
    schema('Branch', 'required'),
  ),
  'branch-unknown-property-accepted': overlooked(
    'Properties that no branch has are accepted.',
    ['createSubject'],
    schema('Branch', 'additionalProperties'),
  ),
  'branches-maximum-unchecked': overlooked(
    'A subject may have more than eight branches.',
    ['createSubject'],
    schema('Branches', 'maxItems'),
  ),
  'comment-of-nothing-accepted': overlooked(
    'A comment may say nothing and rate nothing.',
    ['createComment'],
    schema('Comment', 'anyOf'),
  ),
  'comment-rating-multiple-unchecked': overlooked(
    'A rating may be any number of stars.',
    ['createComment'],
    schema('Comment', 'properties/rating/multipleOf'),
  ),
  'comment-page-without-edition-accepted': overlooked(
    'A page may stand without its edition.',
    ['createComment'],
    schema('Comment', 'dependentRequired'),
  ),
  'comment-warning-not-required': overlooked(
    'A spoiler may lack its warning.',
    ['createComment'],
    schema('Comment', 'then'),
  ),
  'comment-author-twice-accepted': {
    description: 'An author may have both a name and an alias.',
    operations: ['createComment'],
    reads: {
      [schema('Author', 'oneOf')]: undefined,
      [schema('Author', 'anyOf')]: [{ required: ['name'] }, { required: ['alias'] }],
    },
  },
  'list-two-pinned-accepted': overlooked(
    'More than one entry may be pinned.',
    ['createReadingList', 'replaceReadingList'],
    schema('ReadingList', 'properties/entries/maxContains'),
  ),
  'list-colour-channel-maximum-one-over': overlooked(
    'A channel may be 256.',
    ['createReadingList', 'replaceReadingList'],
    schema('Channel', 'maximum'),
    256,
  ),
  'list-goal-beyond-int32-accepted': overlooked(
    'A goal may be more than 32 bits hold.',
    ['createReadingList', 'replaceReadingList'],
    schema('ReadingList', 'properties/goal/format'),
  ),
  'list-invitation-min-length-unchecked': overlooked(
    'An invitation code may be shorter than 6.',
    ['createReadingList', 'replaceReadingList'],
    schema('ReadingList', 'properties/invitationCode/minLength'),
  ),
  'list-remark-max-length-unchecked': overlooked(
    'A remark may be longer than 200.',
    ['createReadingList', 'replaceReadingList'],
    schema('Entry', 'properties/remark/maxLength'),
  ),
  'loan-days-maximum-unchecked': overlooked(
    'A loan may last for ever.',
    ['createLoan'],
    schema('LoanRequest', 'properties/days/maximum'),
  ),
  'loan-pick-up-enum-unchecked': overlooked(
    'Items may be picked up anywhere.',
    ['createLoan'],
    schema('LoanRequest', 'properties/pickUpAt'),
    { type: 'string' },
  ),
  'loan-notify-duplicates-accepted': overlooked(
    'The same notice may be asked for twice.',
    ['createLoan'],
    schema('LoanRequest', 'properties/notify/uniqueItems'),
  ),
  'loan-callback-format-unchecked': overlooked(
    'Any text passes as an address to call.',
    ['createLoan'],
    schema('LoanRequest', 'properties/callbackUrl/format'),
  ),
  'cover-caption-max-length-unchecked': overlooked(
    'A caption may be longer than 100.',
    ['uploadCover'],
    schema('CoverUpload', 'properties/caption/maxLength'),
  ),
  'cover-credit-year-maximum-unchecked': overlooked(
    'A picture may be from any year.',
    ['uploadCover'],
    schema('Credit', 'properties/year/maximum'),
  ),
  'cover-image-not-required': overlooked(
    'A cover may be uploaded without its picture.',
    ['uploadCover'],
    schema('CoverUpload', 'required'),
  ),
  'export-scope-any-text-accepted': overlooked(
    'A scope may be any text.',
    ['startExport'],
    schema('ExportRequest', 'properties/scope/anyOf/0/const'),
  ),
  'suggestion-copies-maximum-unchecked': overlooked(
    'More than 20 copies may be suggested.',
    ['suggestTitle'],
    schema('Suggestion', 'properties/copies/maximum'),
  ),
  'suggestion-urgency-enum-unchecked': overlooked(
    'A suggestion may be of any urgency.',
    ['suggestTitle'],
    schema('Suggestion', 'properties/urgency/enum'),
  ),
  'suggestion-keyword-max-length-unchecked': overlooked(
    'A keyword may be longer than 30.',
    ['suggestTitle'],
    schema('Suggestion', 'properties/keywords/items/maxLength'),
  ),
} as const satisfies Record<string, ValidationFault>;

export const bodyFaults: Readonly<Record<keyof typeof table, ValidationFault>> = table;
