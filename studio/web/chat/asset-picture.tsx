import {useEffect, useState} from 'react';
import {Skeleton} from '../look';
import {studio} from '../session';

/** A picture that went with what was said. */
export const AssetPicture = ({id}: {id: string}) => {
  const address = useAsset(id);
  return <li>{address ? <img src={address} alt="" /> : <Skeleton height="100%" />}</li>;
};

/** Where the page has a picture of the service; it is fetched, since its address alone would not show the token. */
const useAsset = (id: string): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isWanted = true;
    studio.client.bytes(`/v1/assets/${id}`).then(
      (bytes) => {
        if (!isWanted) return;
        made = URL.createObjectURL(bytes);
        setAddress(made);
      },
      // The words stand without it.
      () => undefined,
    );
    return () => {
      isWanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id]);
  return address;
};
