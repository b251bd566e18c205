import {ArrowUp, ImagePlus, Square} from 'lucide-react';
import {useRef, useState} from 'react';
import type {ChangeEvent, ClipboardEvent, DragEvent, KeyboardEvent} from 'react';
import {Button, IconButton} from '../look';
import {studio, useSession} from '../session';
import './composer.css';
import {Hint} from './hint';
import {Pictures} from './pictures';
import {useGrowth} from './growth';
import {useRecall} from './recall';

export type ComposerProps = {
  /** Whether it is the first thing on the page. */
  first: boolean;
};

/** Where people say what they want. */
export const Composer = ({first}: ComposerProps) => {
  const prompt = useSession((session) => session.prompt);
  const pictures = useSession((session) => session.pictures);
  const isEmpty = useSession(
    ({opened, project}) => opened !== 'loading' && !project?.scenes.length,
  );
  const field = useRef<HTMLTextAreaElement>(null);
  const drop = useDrop();
  const recall = useRecall();
  const isSending = pictures.some(({state}) => state === 'sending');
  useGrowth(field, prompt);

  const send = () => {
    if (isSending) return;
    recall.reset();
    const ready = pictures.flatMap(({id}) => id ?? []);
    void studio.committing.say(prompt, ready);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape') {
      if (prompt) studio.drafting.type('');
      else event.currentTarget.blur();
    } else if (recall.onKey(event)) {
      event.preventDefault();
    }
  };
  return (
    <form
      className="composer"
      data-first={first || undefined}
      data-dropping={drop.isOver || undefined}
      aria-label="Say what you want"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      {...drop.handlers}
    >
      {pictures.length > 0 && <Pictures pictures={pictures} />}
      <textarea
        ref={field}
        id="composer"
        className="composer-field"
        rows={1}
        value={prompt}
        placeholder={isEmpty ? 'Describe a scene' : 'Change this scene, or add another'}
        aria-label="What to show"
        aria-describedby="composer-hint"
        autoComplete="off"
        spellCheck={false}
        maxLength={16_384}
        onChange={(event) => studio.drafting.type(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={takePictures}
      />
      <div className="composer-row">
        <Attach />
        <Hint />
        <Send disabled={!prompt.trim() || isSending} />
      </div>
    </form>
  );
};

const Attach = () => {
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    studio.drafting.attach([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <>
      <IconButton label="Add pictures" side="top" onClick={() => chooser.current?.click()}>
        <ImagePlus />
      </IconButton>
      <input ref={chooser} type="file" accept="image/*" multiple hidden onChange={choose} />
    </>
  );
};

const Send = ({disabled}: {disabled: boolean}) => {
  const isWorking = useSession((session) => session.work !== null);
  if (isWorking) {
    return (
      <Button
        weight="strong"
        className="composer-send"
        aria-label="Stop"
        onClick={studio.committing.stop}
      >
        <Square fill="currentColor" />
      </Button>
    );
  }
  return (
    <Button
      type="submit"
      weight="accent"
      className="composer-send"
      aria-label="Send"
      disabled={disabled}
    >
      <ArrowUp />
    </Button>
  );
};

const takePictures = (event: ClipboardEvent) => {
  const files = [...event.clipboardData.files].filter(({type}) => type.startsWith('image/'));
  if (files.length === 0) return;
  event.preventDefault();
  studio.drafting.attach(files);
};

/** Pictures that are dragged here from elsewhere. */
const useDrop = () => {
  const [isOver, setIsOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      studio.drafting.attach([...event.dataTransfer.files]);
    },
  };
  return {isOver, handlers};
};
