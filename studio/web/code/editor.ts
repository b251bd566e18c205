import {defaultKeymap, history, historyKeymap, indentWithTab} from '@codemirror/commands';
import {bracketMatching, foldGutter, foldKeymap, indentOnInput} from '@codemirror/language';
import {lintGutter, lintKeymap, setDiagnostics} from '@codemirror/lint';
import {highlightSelectionMatches, searchKeymap} from '@codemirror/search';
import {Annotation, Compartment, EditorState} from '@codemirror/state';
import type {Extension, Text} from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
} from '@codemirror/view';
import type {Finding} from '../api';
import {replacementOf} from './arrival';
import {tsx} from './theme';

export {showChanges} from './changes';

/** An editor that is on the page. */
export type Editor = {
  /** Gives it another text; what is the same in both stays where it is. With `follow`, its end stays in sight. */
  setText: (text: string, follow: boolean) => void;
  setFindings: (findings: readonly Finding[]) => void;
  setReadOnly: (readOnly: boolean) => void;
  goTo: (finding: Finding) => void;
  close: () => void;
};

export type EditorOptions = {
  text: string;
  label: string;
  /** What the person writes. */
  onEdit: (text: string) => void;
  onSave: () => void;
};

/** Changes that did not come from the person. */
const fromOutside = Annotation.define<boolean>();

/** Puts an editor for TSX into a place of the page. */
export const openEditor = (place: HTMLElement, options: EditorOptions): Editor => {
  const readOnly = new Compartment();
  const state = EditorState.create({
    doc: options.text,
    extensions: [tsx, ...WRITING, readOnly.of([]), ...telling(options)],
  });
  const view = new EditorView({state, parent: place});
  return {
    setText: (text, follow) => replaceText(view, text, follow),
    setFindings: (findings) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          findings.map((one) => diagnosticOf(view.state.doc, one)),
        ),
      ),
    setReadOnly: (on) =>
      view.dispatch({effects: readOnly.reconfigure(on ? EditorState.readOnly.of(true) : [])}),
    goTo: (finding) => {
      const {from, to} = diagnosticOf(view.state.doc, finding);
      view.dispatch({
        selection: {anchor: from, head: to},
        effects: EditorView.scrollIntoView(from, {y: 'center'}),
      });
      view.focus();
    },
    close: () => view.destroy(),
  };
};

const WRITING: Extension[] = [
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  foldGutter({openText: '⌄', closedText: '›'}),
  lintGutter(),
];

/** Escape and then Tab leaves the editor, so that the keyboard is not caught in it. */
const telling = ({label, onEdit, onSave}: EditorOptions): Extension[] => [
  keymap.of([
    {
      key: 'Mod-s',
      preventDefault: true,
      run: () => {
        onSave();
        return true;
      },
    },
    indentWithTab,
    ...defaultKeymap,
    ...historyKeymap,
    ...searchKeymap,
    ...foldKeymap,
    ...lintKeymap,
  ]),
  EditorView.contentAttributes.of({tabindex: '0', 'aria-label': label}),
  EditorView.updateListener.of(({docChanged, state, transactions}) => {
    const own = transactions.some((one) => one.docChanged && !one.annotation(fromOutside));
    if (docChanged && own) onEdit(state.doc.toString());
  }),
];

/** Nearer than this to its end, a person is taken to look at what comes. */
const NEAR = 48;

const replaceText = (view: EditorView, text: string, follow: boolean) => {
  const changes = replacementOf(view.state.doc.toString(), text);
  if (!changes) return;
  const {scrollTop, clientHeight, scrollHeight} = view.scrollDOM;
  const atEnd = scrollTop + clientHeight >= scrollHeight - NEAR;
  view.dispatch({changes, annotations: [fromOutside.of(true)]});
  if (follow && atEnd) {
    view.requestMeasure({
      read: () => null,
      write: () => view.scrollDOM.scrollTo({top: view.scrollDOM.scrollHeight}),
    });
  }
};

const diagnosticOf = (text: Text, {message, help, from, to}: Finding) => {
  const start = offsetOf(text, from);
  return {
    from: start,
    to: Math.max(start, offsetOf(text, to)),
    severity: 'error' as const,
    message: help ? `${message}\n${help}` : message,
  };
};

const offsetOf = (text: Text, {line, column}: Finding['from']) => {
  const found = text.line(Math.min(Math.max(1, line), text.lines));
  return Math.min(found.from + Math.max(0, column - 1), found.to);
};
