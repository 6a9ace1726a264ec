import { runFieldSuite, typing } from '../../fixtures/field-suite.js';

runFieldSuite('month', {
  pointer: '/month',
  role: 'textbox',
  name: 'Month',
  group: { role: 'group', name: /Start of studies/ },
  type: typing('9{Tab}2026'),
  value: '2026-09',
  wrong: { month: '13', year: '2026' },
});
