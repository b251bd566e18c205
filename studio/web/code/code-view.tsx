import {Check, Copy, Download, FileDiff, Undo2} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import type {Finding} from '../api';
import {Button, EmptyState, IconButton} from '../look';
import {fileNameOf, sizeOf} from './arrival';
import {FindingList} from './finding-list';
import {Changes, Writing} from './writing';
import type {WritingHandle} from './writing';
import './code.css';

export type CodeViewProps = {
  code: string;
  /** What it was before the last change, if it was otherwise. */
  before: string | null;
  findings: Finding[];
  /** Whether it is just being written by a model. */
  streaming: boolean;
  /** While the person writes. */
  onEdit: (code: string) => void;
  onSave: (code: string) => void;
};

/** The code of a scene: to read, to change by hand, to take along, and beside what it was before. */
export const CodeView = ({code, before, findings, streaming, onEdit, onSave}: CodeViewProps) => {
  const draft = useCodeDraft(code, streaming);
  const [comparing, setComparing] = useState(false);
  const writing = useRef<WritingHandle>(null);
  const changed = draft.text !== code;
  const canCompare = before !== null && before !== code && !streaming;
  const save = () => {
    if (changed && !streaming) onSave(draft.text);
  };
  const edit = (text: string) => {
    draft.set(text);
    onEdit(text);
  };
  if (code === '' && !streaming) {
    return (
      <EmptyState title="No code yet">
        The code of a scene stands here as soon as there is one.
      </EmptyState>
    );
  }
  return (
    <div className="code">
      <div className="code-bar">
        <span className="code-name">{fileNameOf(draft.text)}</span>
        <span className="code-size" role="status">
          {statusOf(draft, changed, streaming)}
        </span>
        {canCompare && (
          <Button
            size="small"
            weight="quiet"
            aria-pressed={comparing}
            onClick={() => setComparing(!comparing)}
          >
            <FileDiff />
            Changes
          </Button>
        )}
        <CopyButton text={draft.text} />
        <IconButton label="Download" size="small" onClick={() => download(draft.text)}>
          <Download />
        </IconButton>
        {changed && (
          <>
            <IconButton
              label="Discard what you have written"
              size="small"
              onClick={() => edit(code)}
            >
              <Undo2 />
            </IconButton>
            <Button size="small" weight="accent" onClick={save} title="Ctrl S">
              Save
            </Button>
          </>
        )}
      </div>
      {comparing && canCompare ? (
        <Changes before={before} after={code} />
      ) : (
        <Writing
          ref={writing}
          text={draft.text}
          findings={findings}
          streaming={streaming}
          onEdit={edit}
          onSave={save}
        />
      )}
      <FindingList findings={findings} onChoose={(finding) => writing.current?.goTo(finding)} />
    </div>
  );
};

const statusOf = (
  {text, overtaken}: {text: string; overtaken: boolean},
  changed: boolean,
  streaming: boolean,
) => {
  if (streaming) return `writing, ${sizeOf(text)}`;
  if (!changed) return sizeOf(text);
  return overtaken ? 'changed meanwhile' : 'not saved';
};

/** What the person has written, kept while the code below it changes; without changes of theirs it follows. */
const useCodeDraft = (code: string, streaming: boolean) => {
  const [text, set] = useState(code);
  const [based, setBased] = useState(code);
  const [overtaken, setOvertaken] = useState(false);
  if (based !== code) {
    const untouched = text === based || text === code || streaming;
    setBased(code);
    setOvertaken(!untouched);
    if (untouched) set(code);
  }
  return {text: streaming ? code : text, set, overtaken};
};

const CopyButton = ({text}: {text: string}) => {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <IconButton label={copied ? 'Copied' : 'Copy'} size="small" onClick={copy}>
      {copied ? <Check /> : <Copy />}
    </IconButton>
  );
};

const download = (code: string) => {
  const address = URL.createObjectURL(new Blob([code], {type: 'text/plain'}));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(code);
  link.click();
  URL.revokeObjectURL(address);
};
