import {MergeView, unifiedMergeView} from '@codemirror/merge';
import {EditorState} from '@codemirror/state';
import type {Extension} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {tsx} from './theme';

/** Lines that are the same in both are folded away but for a few beside each change. */
const COLLAPSED = {margin: 3, minSize: 6};

/** Shows what has changed between two codes, beside each other where there is room, else one in the other; returns what takes it away. */
export const showChanges = (
  place: HTMLElement,
  before: string,
  after: string,
  wide: boolean,
): (() => void) => {
  const extensions: Extension[] = [
    tsx,
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({tabindex: '0', 'aria-label': 'What has changed'}),
  ];
  if (!wide) {
    const merged = unifiedMergeView({
      original: before,
      mergeControls: false,
      collapseUnchanged: COLLAPSED,
    });
    const view = new EditorView({
      doc: after,
      parent: place,
      extensions: [...extensions, merged],
    });
    return () => view.destroy();
  }
  const view = new MergeView({
    a: {doc: before, extensions},
    b: {doc: after, extensions},
    parent: place,
    collapseUnchanged: COLLAPSED,
    gutter: true,
  });
  return () => view.destroy();
};
