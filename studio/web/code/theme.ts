import {javascript} from '@codemirror/lang-javascript';
import {HighlightStyle, syntaxHighlighting} from '@codemirror/language';
import type {Extension} from '@codemirror/state';
import {EditorView, lineNumbers} from '@codemirror/view';
import {tags} from '@lezer/highlight';

/** Code in the page's own colours, which follow light and dark by themselves. */
const LOOK = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--text)',
    backgroundColor: 'transparent',
    fontSize: '0.78125rem',
  },
  '&.cm-focused': {outline: 'none'},
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.6',
    fontVariantLigatures: 'none',
    scrollbarWidth: 'thin',
  },
  '.cm-content': {padding: '0.625rem 0', caretColor: 'var(--accent)'},
  '.cm-line': {padding: '0 1rem 0 0.5rem'},
  '.cm-gutters': {backgroundColor: 'var(--panel)', color: 'var(--text-faint)', border: 'none'},
  '.cm-lineNumbers .cm-gutterElement': {padding: '0 0.5rem 0 0.75rem', minWidth: '2.5rem'},
  '.cm-activeLine, .cm-activeLineGutter': {backgroundColor: 'transparent'},
  '&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter': {
    backgroundColor: 'var(--hover)',
  },
  '.cm-cursor': {borderLeft: '2px solid var(--accent)'},
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    {
      backgroundColor: 'oklch(from var(--accent) l c h / 0.28)',
    },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--pressed)',
    outline: '1px solid var(--line-strong)',
  },
  '.cm-searchMatch': {backgroundColor: 'var(--notice-soft)', outline: '1px solid var(--notice)'},
  '.cm-searchMatch-selected': {backgroundColor: 'var(--accent-soft)'},
  '.cm-selectionMatch': {backgroundColor: 'var(--hover)'},
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--hover)',
    border: 'none',
    color: 'var(--text-quiet)',
    padding: '0 0.375rem',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--round)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': {padding: '0.4375rem 0.625rem', fontFamily: 'var(--sans)', maxWidth: '26rem'},
  '.cm-diagnostic-error': {borderLeft: '3px solid var(--danger)'},
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--danger)',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '0.25em',
  },
  '.cm-lint-marker-error': {
    content: 'none',
    background: 'var(--danger)',
    borderRadius: '50%',
    width: '0.4375rem',
    height: '0.4375rem',
    margin: '0.4375rem 0 0 0.25rem',
  },
  '.cm-gutter-lint': {width: '0.9375rem'},
  '.cm-panels': {backgroundColor: 'var(--panel)', color: 'var(--text)'},
  '.cm-panels-bottom': {borderTop: '1px solid var(--line)'},
  '.cm-panel.cm-search': {padding: '0.5rem 2rem 0.5rem 0.75rem', fontFamily: 'var(--sans)'},
  '.cm-textfield': {
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line-field)',
    borderRadius: 'var(--round-small)',
    padding: '0.1875rem 0.375rem',
    fontSize: 'var(--size-small)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--round-small)',
    fontSize: 'var(--size-small)',
  },
  '.cm-changedLine': {backgroundColor: 'var(--good-soft) !important'},
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': {
    backgroundColor: 'var(--danger-soft) !important',
  },
  '.cm-changedText, .cm-insertedLine .cm-changedText': {
    background: 'oklch(from var(--good) l c h / 0.1) !important',
    boxShadow: 'inset 0 -2px oklch(from var(--good) l c h / 0.6)',
    borderRadius: '0.1875rem',
  },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'oklch(from var(--danger) l c h / 0.1) !important',
    boxShadow: 'inset 0 -2px oklch(from var(--danger) l c h / 0.6)',
    borderRadius: '0.1875rem',
    textDecoration: 'none',
  },
  '.cm-deletedChunk': {padding: '0 1rem 0 0.5rem'},
  '.cm-changeGutter': {width: '0.1875rem', paddingLeft: '0'},
  '.cm-changedLineGutter': {background: 'var(--good)'},
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': {background: 'var(--danger)'},
  '.cm-collapsedLines': {
    background: 'var(--hover)',
    color: 'var(--text-quiet)',
    padding: '0.25rem 1rem',
    fontFamily: 'var(--sans)',
    fontSize: 'var(--size-small)',
  },
});

const COLOURS = HighlightStyle.define([
  {tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--code-keyword)'},
  {tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)'},
  {tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-number)'},
  {tag: [tags.typeName, tags.className, tags.tagName], color: 'var(--code-type)'},
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    color: 'var(--code-call)',
  },
  {tag: [tags.propertyName, tags.attributeName], color: 'var(--code-property)'},
  {tag: [tags.comment], color: 'var(--code-comment)', fontStyle: 'italic'},
  {
    tag: [tags.punctuation, tags.operator, tags.bracket, tags.angleBracket],
    color: 'var(--code-mark)',
  },
]);

/** TSX as every view of code shows it. */
export const tsx: Extension = [
  javascript({jsx: true, typescript: true}),
  lineNumbers(),
  LOOK,
  syntaxHighlighting(COLOURS),
];
