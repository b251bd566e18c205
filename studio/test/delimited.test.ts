import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isTable, readRows, writeRows} from '../web/controls/delimited';
import {inEnglish, pointOf, readNumber} from '../web/controls/numeral';
import {readPasted, seriesPoints, seriesRows} from '../web/controls/series';

const tables: [says: string, text: string, rows: string[][]][] = [
  [
    'tabs',
    'Tea\t12\nCoffee\t30',
    [
      ['Tea', '12'],
      ['Coffee', '30'],
    ],
  ],
  [
    'a trailing line break and Windows ends',
    'Tea\t12\r\nCoffee\t30\r\n',
    [
      ['Tea', '12'],
      ['Coffee', '30'],
    ],
  ],
  [
    'commas',
    'Tea,12\nCoffee,30',
    [
      ['Tea', '12'],
      ['Coffee', '30'],
    ],
  ],
  [
    'semicolons around German fractions',
    'Tee;1,5\nKaffee;2,25',
    [
      ['Tee', '1,5'],
      ['Kaffee', '2,25'],
    ],
  ],
  [
    'quotes around commas',
    '"Tea, green",12\n"He said ""hi""",3',
    [
      ['Tea, green', '12'],
      ['He said "hi"', '3'],
    ],
  ],
  [
    'quotes around line breaks',
    '"two\nlines"\t1\nnext\t2',
    [
      ['two\nlines', '1'],
      ['next', '2'],
    ],
  ],
  [
    'a quote inside a word',
    'Rock "n" roll\t3\n5" disk\t4',
    [
      ['Rock "n" roll', '3'],
      ['5" disk', '4'],
    ],
  ],
  [
    'short rows',
    'a\tb\tc\nd',
    [
      ['a', 'b', 'c'],
      ['d', '', ''],
    ],
  ],
  [
    'empty cells',
    'a\t\tc\n\t\t\nd\te\t',
    [
      ['a', '', 'c'],
      ['d', 'e', ''],
    ],
  ],
  [
    'Markdown',
    '| Tea | 12 |\n| --- | --: |\n| Milk | 3 |',
    [
      ['Tea', '12'],
      ['Milk', '3'],
    ],
  ],
  ['one word', 'Tea', [['Tea']]],
  ['a sentence with a comma', 'Tea, please', [['Tea', 'please']]],
  ['nothing', '', []],
];

for (const [says, text, rows] of tables) {
  test(`a table is read: ${says}`, () => assert.deepEqual(readRows(text), rows));
}

test('a table is one only with several cells', () => {
  assert.equal(isTable('Tea, please'), false);
  assert.equal(isTable('Tea\n'), false);
  assert.equal(isTable('Tea\t12'), true);
  assert.equal(isTable('Tea\nCoffee'), true);
});

test('what is written is read again', () => {
  const rows = [
    ['a "b"', 'tab\there'],
    ['two\nlines', ''],
  ];
  assert.deepEqual(readRows(writeRows(rows)), rows);
});

const points: [cells: string[], usual: '.' | ',', point: '.' | ','][] = [
  [['1.234,56', '12'], '.', ','],
  [['1,234.56'], ',', '.'],
  [['3,5'], '.', ','],
  [['3.5'], ',', '.'],
  [['1.200.000'], '.', ','],
  [['1,200,000'], ',', '.'],
  [['1.200', '3.400'], ',', ','],
  [['1.200', '3.400'], '.', '.'],
  [['1.200', '3,5'], '.', ','],
  [['0.125'], ',', '.'],
  [['12345.678'], ',', '.'],
  [['Tea'], ',', ','],
];

for (const [cells, usual, point] of points) {
  test(`the point of ${cells.join(' and ')}, else ${usual}`, () =>
    assert.equal(pointOf(cells, usual), point));
}

const numbers: [cell: string, point: '.' | ',', number: number | null][] = [
  ['1,234.5', '.', 1234.5],
  ['1.234,5', ',', 1234.5],
  ['1 234,5', ',', 1234.5],
  ['1\u202f234', ',', 1234],
  ['1’234.50', '.', 1234.5],
  ['−12', '.', -12],
  ['(300)', '.', -300],
  ['.5', '.', 0.5],
  ['12,50', '.', null],
  ['12 %', '.', null],
  ['€5', '.', null],
  ['12.3.4', '.', null],
  ['', '.', null],
];

for (const [cell, point, number] of numbers) {
  test(`the number ${cell} with ${point}`, () => assert.equal(readNumber(cell, point), number));
}

test('figures with units are written in English', () => {
  assert.equal(inEnglish('1.234,56 €', ','), '1,234.56 €');
  assert.equal(inEnglish('8,2 Mio. €', ','), '8.2 Mio. €');
  assert.equal(inEnglish('12 bis 3', ','), '12 bis 3');
  assert.equal(inEnglish('45 %', ','), '45 %');
  assert.equal(inEnglish('1,5', '.'), '1,5');
});

const pasted: [
  says: string,
  text: string,
  columns: number,
  language: string,
  rows: string[][],
  header: string[] | null,
][] = [
  [
    'a header above figures',
    'Drink\tCups\nTea\t12\nMilk\t3',
    2,
    'en',
    [
      ['Tea', '12'],
      ['Milk', '3'],
    ],
    ['Drink', 'Cups'],
  ],
  [
    'no header',
    'Tea\t12\nMilk\t3',
    2,
    'en',
    [
      ['Tea', '12'],
      ['Milk', '3'],
    ],
    null,
  ],
  [
    'years as labels',
    '2023\t12\n2024\t15',
    2,
    'en',
    [
      ['2023', '12'],
      ['2024', '15'],
    ],
    null,
  ],
  [
    'a header above years',
    'Year\tSales\n2023\t12\n2024\t15',
    2,
    'en',
    [
      ['2023', '12'],
      ['2024', '15'],
    ],
    ['Year', 'Sales'],
  ],
  [
    'German numbers',
    'Tee;1.234,5\nKaffee;2.000',
    2,
    'en',
    [
      ['Tee', '1234.5'],
      ['Kaffee', '2000'],
    ],
    null,
  ],
  [
    'German thousands for a German',
    'Tee\t1.200\nKaffee\t3.400',
    2,
    'de-AT',
    [
      ['Tee', '1200'],
      ['Kaffee', '3400'],
    ],
    null,
  ],
  [
    'the same for others',
    'Tee\t1.200\nKaffee\t3.400',
    2,
    'en-GB',
    [
      ['Tee', '1.2'],
      ['Kaffee', '3.4'],
    ],
    null,
  ],
  [
    'a table on its side',
    'Q1\tQ2\tQ3\n10\t20\t30',
    2,
    'en',
    [
      ['Q1', '10'],
      ['Q2', '20'],
      ['Q3', '30'],
    ],
    null,
  ],
  [
    'a table on its side with a name',
    '\tQ1\tQ2\nSales\t10\t20',
    2,
    'en',
    [
      ['Q1', '10'],
      ['Q2', '20'],
    ],
    null,
  ],
  [
    'too many columns',
    'Id\tCity\tPeople\n1\tPorto\t230\n2\tVigo\t290',
    2,
    'en',
    [
      ['Porto', '230'],
      ['Vigo', '290'],
    ],
    ['Id', 'City', 'People'],
  ],
  [
    'label and figure in one cell',
    'Tea: 12\nGreen tea 30',
    2,
    'en',
    [
      ['Tea', '12'],
      ['Green tea', '30'],
    ],
    null,
  ],
  [
    'units stay',
    'Tea\t12 €\nMilk\t3,50 €',
    2,
    'de',
    [
      ['Tea', '12 €'],
      ['Milk', '3.50 €'],
    ],
    null,
  ],
  [
    'words alone',
    'Ana\tDesign\nLuis\tSound',
    2,
    'en',
    [
      ['Ana', 'Design'],
      ['Luis', 'Sound'],
    ],
    null,
  ],
  [
    'a wide table',
    'Name\tAge\tCity\nAna\t31\tPorto',
    3,
    'en',
    [['Ana', '31', 'Porto']],
    ['Name', 'Age', 'City'],
  ],
  ['a number that begins with a zero', 'Tea\t007', 2, 'en', [['Tea', '007']], null],
];

for (const [says, text, columns, language, rows, header] of pasted) {
  test(`pasted: ${says}`, () =>
    assert.deepEqual(readPasted(text, columns, language), {rows, header}));
}

test('a series is a table and a table a series', () => {
  const series = [
    {label: 'Tea', value: 12.5},
    {label: 'Plan', value: '$9/month'},
  ];
  assert.deepEqual(seriesPoints(seriesRows(series)), series);
  assert.deepEqual(
    seriesPoints([
      ['Tea', ''],
      ['', '3'],
      ['Milk', '1,200'],
    ]),
    [
      {label: '', value: 3},
      {label: 'Milk', value: 1200},
    ],
  );
});
