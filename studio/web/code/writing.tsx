import {useEffect, useImperativeHandle, useRef, useState} from 'react';
import type {Ref} from 'react';
import type {Finding} from '../api';
import type {Editor} from './editor';

/** What can be asked of the place where code is written. */
export type WritingHandle = {goTo: (finding: Finding) => void};

export type WritingProps = {
  text: string;
  findings: readonly Finding[];
  streaming: boolean;
  onEdit: (text: string) => void;
  onSave: () => void;
  ref?: Ref<WritingHandle>;
};

/** Where code is read and written. The editor is fetched when it is first wanted; until then the code is there as it is. */
export const Writing = ({text, findings, streaming, onEdit, onSave, ref}: WritingProps) => {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({text, onEdit, onSave});
  latest.current = {text, onEdit, onSave};
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => {
    let opened: Editor | null = null;
    let gone = false;
    import('./editor').then(
      ({openEditor}) => {
        if (gone || !place.current) return;
        opened = openEditor(place.current, {
          text: latest.current.text,
          label: 'Code of the scene',
          onEdit: (written) => latest.current.onEdit(written),
          onSave: () => latest.current.onSave(),
        });
        setEditor(opened);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);
  useEffect(() => editor?.setText(text, streaming), [editor, text, streaming]);
  useEffect(() => editor?.setReadOnly(streaming), [editor, streaming]);
  useEffect(() => editor?.setFindings(findings), [editor, findings]);
  useImperativeHandle(ref, () => ({goTo: (finding) => editor?.goTo(finding)}), [editor]);
  return (
    <div ref={place} className="code-place">
      {!editor && (
        <pre className="code-plain" tabIndex={0} aria-label="Code of the scene">
          {text}
        </pre>
      )}
    </div>
  );
};

/** What has changed from one code to another. */
export const Changes = ({before, after}: {before: string; after: string}) => {
  const place = useRef<HTMLDivElement>(null);
  const wide = useWide(place);
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    import('./editor').then(
      ({showChanges}) => {
        if (!gone && place.current) close = showChanges(place.current, before, after, wide);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      close?.();
    };
  }, [before, after, wide]);
  return <div ref={place} className="code-place code-changes" data-wide={wide || undefined} />;
};

/** From this width on, two codes have room beside each other. */
const TWO_WIDE = 760;

const useWide = (place: {current: HTMLElement | null}) => {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const watcher = new ResizeObserver(([seen]) =>
      setWide((seen?.contentRect.width ?? 0) >= TWO_WIDE),
    );
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [place]);
  return wide;
};
