/** What the screens beside the workbench are called, in English. */
export const screenWords = {
  titles: {
    note: 'Note for the record',
    calendar: 'Dose calendar',
    load: 'Load a record',
    share: 'Copy link',
    pathway: 'Pathway',
    'what-if': 'What if',
    'follow-up': 'Follow-up visit',
    logic: 'Logic review',
    limits: 'Limits of this tool',
    keys: 'Keys',
  },
  badLink: 'This link is damaged: nothing was read from it',
  noScreen: 'There is no such screen',
}
