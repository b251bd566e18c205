import {ImageUp, LoaderCircle, X} from 'lucide-react';
import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {IconButton} from '../look';
import {Words} from './words';
import type {WordsProps} from './words';
import './picture.css';

/** Takes a picture in, and says how scenes name it. */
export type Upload = (file: File) => Promise<string>;

export type PictureProps = WordsProps & {onUpload?: Upload};

/** A picture: its address, or a file that is chosen, dropped here or pasted. */
export const Picture = ({onUpload, ...props}: PictureProps) => {
  const {control, id, value, onCommit} = props;
  const {state, take} = useUpload(onUpload, onCommit);
  return (
    <div
      className="control-picture"
      data-over={state === 'over' || undefined}
      onDragOver={(event) => {
        if (!onUpload) return;
        event.preventDefault();
        take.over();
      }}
      onDragLeave={take.out}
      onDrop={(event) => {
        event.preventDefault();
        take.file(event.dataTransfer.files[0]);
      }}
      onPaste={(event) => take.file(event.clipboardData.files[0])}
    >
      <Shown address={value} />
      <Words {...props} id={id} control={{...control, sample: control.sample ?? 'https://…'}} />
      {value !== null && !props.onKeys && (
        <IconButton label="Take the picture away" size="small" onClick={() => onCommit(null)}>
          <X />
        </IconButton>
      )}
      {onUpload && <Chooser label={control.label} busy={state === 'busy'} onFile={take.file} />}
      {state === 'failed' && (
        <p className="control-wrong" role="alert">
          The picture was not taken in. It may be too large, or no picture.
        </p>
      )}
    </div>
  );
};

const Shown = ({address}: {address: string | null}): ReactNode =>
  address && /^(https?:|data:image|\/)/.test(address) ? (
    <img key={address} className="control-shown" src={address} alt="" loading="lazy" />
  ) : (
    <span className="control-shown" data-none />
  );

type ChooserProps = {label: string; busy: boolean; onFile: (file: File | undefined) => void};

const Chooser = ({label, busy, onFile}: ChooserProps) => {
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={files}
        type="file"
        accept="image/*"
        hidden
        aria-label={`File for ${label}`}
        onChange={(event) => onFile(event.target.files?.[0])}
      />
      <IconButton
        label="Choose a file"
        size="small"
        disabled={busy}
        onClick={() => files.current?.click()}
      >
        {busy ? <LoaderCircle className="control-busy" /> : <ImageUp />}
      </IconButton>
    </>
  );
};

type UploadState = 'idle' | 'over' | 'busy' | 'failed';

const useUpload = (upload: Upload | undefined, onTaken: (name: string) => void) => {
  const [state, setState] = useState<UploadState>('idle');
  const file = async (chosen: File | undefined) => {
    if (!chosen || !upload) return setState('idle');
    setState('busy');
    try {
      onTaken(await upload(chosen));
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  const take = {file, over: () => setState('over'), out: () => setState('idle')};
  return {state, take};
};
