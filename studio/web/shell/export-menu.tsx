import {Download, FileCode2, ImageDown, SquareTerminal} from 'lucide-react';
import {sceneName} from '../composer';
import {IconButton, Menu, MenuItem} from '../look';
import {studio, useSession} from '../session';

export type ExportMenuProps = {
  /** A picture of what is on the stage now; nothing where none can be had. */
  onPicture: () => Promise<Blob | null>;
};

/** What can be taken along. */
export const ExportMenu = ({onPicture}: ExportMenuProps) => {
  const project = useSession((session) => session.project);
  const clip = useSession((session) => session.clip);
  const scene = project?.scenes.find(({id}) => id === clip?.id);
  if (!project || !clip || !scene) return null;
  const name = fileName(sceneName(scene));
  const takePicture = async () => {
    const picture = await onPicture();
    if (picture) save(picture, `${name}.png`);
    else studio.notices.tell({tone: 'wrong', text: 'There is no picture of this frame'});
  };
  const copyCommand = async () => {
    const command = `firstframe project code ${quoted(project.name)} -o ${fileName(project.name)}`;
    await navigator.clipboard.writeText(command);
    studio.notices.tell({tone: 'good', text: 'Copied the command', detail: command});
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="Take along">
          <Download />
        </IconButton>
      }
    >
      <MenuItem
        icon={<FileCode2 />}
        onSelect={() => save(new Blob([clip.code], {type: 'text/plain'}), `${name}.tsx`)}
      >
        Code of this scene
      </MenuItem>
      <MenuItem icon={<ImageDown />} onSelect={() => void takePicture()}>
        Picture of this frame
      </MenuItem>
      <MenuItem icon={<SquareTerminal />} onSelect={() => void copyCommand()}>
        Command for the code of the film
      </MenuItem>
    </Menu>
  );
};

const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'scene';

/** As a shell reads it: within single quotes nothing means anything but the quote itself. */
const quoted = (name: string): string => `'${name.replaceAll("'", String.raw`'\''`)}'`;

const save = (content: Blob, name: string) => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
