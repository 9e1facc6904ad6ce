import type { Rows } from "./row";

const seen = "cd /; for f in etc/a.conf opt/deep/b c d e; do stat -c '%a %u %g' $f; cat $f; echo; done";

/** Where its data lies, what it is given, and where what it prints goes. */
export const stored: Rows = ({ volume, folder, image, neighbour }) => [
  {
    name: "a volume, a folder of the host and a volume without a name",
    asked: {
      volumes: [
        { volume_name: volume, container_path: "/v" },
        { host_path: folder, container_path: "/h", read_only: true },
        { container_path: "/anonymous" },
      ],
    },
    shows: {
      Config: { Volumes: { "/v": {}, "/h": {}, "/anonymous": {} } },
      HostConfig: { Binds: expect.arrayContaining([`${volume}:/v:rw`, `${folder}:/h:ro`]) },
      Mounts: expect.arrayContaining([
        expect.objectContaining({ Type: "volume", Name: volume, Destination: "/v", RW: true }),
        expect.objectContaining({ Type: "bind", Source: folder, Destination: "/h", RW: false }),
        expect.objectContaining({ Type: "volume", Destination: "/anonymous", RW: true }),
      ]),
    },
  },
  {
    name: "a volume where a folder of the host is named too",
    asked: { volumes: [{ volume_name: volume, host_path: folder, container_path: "/v" }] },
    shows: { HostConfig: { Binds: [`${volume}:/v:rw`] } },
  },
  {
    name: "another container's volumes",
    asked: { volumes: [{ from_container: neighbour }] },
    shows: {
      HostConfig: { VolumesFrom: [neighbour] },
      Mounts: [expect.objectContaining({ Type: "volume", Destination: "/shared", RW: true })],
    },
  },
  {
    name: "a folder of the host that SELinux lets it have",
    asked: {
      volumes: [
        { host_path: folder, container_path: "/h", selinux_relabel: "z" },
        { host_path: folder, container_path: "/i", selinux_relabel: "Z", read_only: true },
      ],
    },
    shows: { HostConfig: { Binds: expect.arrayContaining([`${folder}:/h:rw,z`, `${folder}:/i:ro,Z`]) } },
  },
  {
    name: "folders in memory",
    asked: { tmpfs: { "/t": "size=1m,mode=1777", "/u": "" } },
    shows: { HostConfig: { Tmpfs: { "/t": "size=1m,mode=1777", "/u": "" } } },
  },
  {
    name: "a mounted folder of the host",
    asked: {
      mounts: [
        {
          ...{ type: "bind", source: folder, target: "/h", read_only: true },
          bind_options: [{ propagation: "private" }],
        },
      ],
    },
    shows: {
      HostConfig: {
        Mounts: [
          { Type: "bind", Source: folder, Target: "/h", ReadOnly: true, BindOptions: { Propagation: "private" } },
        ],
      },
      Mounts: [expect.objectContaining({ Type: "bind", Propagation: "private", RW: false })],
    },
  },
  {
    name: "a mounted folder of the host without what is mounted under it",
    asked: {
      mounts: [{ type: "bind", source: folder, target: "/h", bind_options: [{ non_recursive: true }] }],
    },
    shows: {
      HostConfig: {
        Mounts: [{ Type: "bind", Source: folder, Target: "/h", BindOptions: { NonRecursive: true } }],
      },
    },
  },
  {
    name: "a mounted folder of the host that has to be made",
    since: "1.42",
    asked: {
      mounts: [{ type: "bind", source: `${folder}/made`, target: "/h", bind_options: [{ create_mountpoint: true }] }],
    },
    shows: {
      HostConfig: { Mounts: [{ Type: "bind", Source: `${folder}/made`, BindOptions: { CreateMountpoint: true } }] },
      Mounts: [expect.objectContaining({ Type: "bind", Source: `${folder}/made`, RW: true })],
    },
  },
  {
    name: "mounted folders of the host, of which one can be written to under it and one cannot",
    since: "1.44",
    asked: {
      mounts: [
        {
          ...{ type: "bind", source: folder, target: "/h", read_only: true },
          bind_options: [{ read_only_non_recursive: true }],
        },
        {
          ...{ type: "bind", source: folder, target: "/i", read_only: true },
          bind_options: [{ propagation: "rprivate", read_only_force_recursive: true }],
        },
      ],
    },
    shows: {
      HostConfig: {
        Mounts: expect.arrayContaining([
          expect.objectContaining({ Target: "/h", BindOptions: { ReadOnlyNonRecursive: true } }),
          expect.objectContaining({
            Target: "/i",
            BindOptions: { Propagation: "rprivate", ReadOnlyForceRecursive: true },
          }),
        ]),
      },
    },
  },
  {
    name: "a mounted image",
    since: "1.48",
    asked: { mounts: [{ type: "image", source: image, target: "/i" }] },
    shows: { HostConfig: { Mounts: [{ Type: "image", Source: image, Target: "/i" }] } },
  },
  {
    name: "a mounted folder of an image",
    since: "1.48",
    asked: { mounts: [{ type: "image", source: image, target: "/j", image_options: [{ subpath: "bin" }] }] },
    shows: {
      HostConfig: { Mounts: [{ Type: "image", Source: image, Target: "/j", ImageOptions: { Subpath: "bin" } }] },
    },
  },
  {
    name: "a mounted volume that has to be made",
    asked: {
      mounts: [
        {
          ...{ type: "volume", source: `${volume}-made`, target: "/v" },
          volume_options: [
            {
              ...{ no_copy: true, driver_name: "local", driver_options: { type: "tmpfs", device: "tmpfs" } },
              labels: [{ label: "a", value: "1" }],
            },
          ],
        },
      ],
    },
    shows: {
      HostConfig: {
        Mounts: [
          {
            ...{ Type: "volume", Source: `${volume}-made`, Target: "/v" },
            VolumeOptions: {
              ...{ NoCopy: true, Labels: { a: "1" } },
              DriverConfig: { Name: "local", Options: { type: "tmpfs", device: "tmpfs" } },
            },
          },
        ],
      },
    },
  },
  {
    name: "a folder of a mounted volume",
    since: "1.45",
    asked: {
      start: false,
      mounts: [{ type: "volume", source: volume, target: "/v", volume_options: [{ subpath: "folder" }] }],
    },
    shows: {
      HostConfig: {
        Mounts: [{ Type: "volume", Source: volume, Target: "/v", VolumeOptions: { Subpath: "folder" } }],
      },
    },
  },
  {
    name: "a mounted volume without a name, and options of other mounts, which count for nothing",
    asked: {
      mounts: [{ type: "volume", target: "/v", source: "", bind_options: [{ propagation: "shared" }] }],
    },
    shows: {
      HostConfig: { Mounts: [{ Type: "volume", Target: "/v" }] },
      Mounts: [expect.objectContaining({ Type: "volume", Destination: "/v" })],
    },
  },
  {
    name: "a mounted folder in memory",
    asked: { mounts: [{ type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 1048576, mode: 448 }] }] },
    shows: {
      HostConfig: { Mounts: [{ Type: "tmpfs", Target: "/t", TmpfsOptions: { SizeBytes: 1048576, Mode: 448 } }] },
    },
  },
  {
    name: "files that it is given",
    asked: {
      ...{ attach: true, logs: true, must_run: false, command: ["sh", "-c", seen] },
      upload: [
        { file: "/etc/a.conf", content: "text" },
        { file: "opt/deep/b", content_base64: Buffer.from("base64").toString("base64"), executable: true },
        { file: "/c", source: `${folder}/source`, source_hash: "1", permissions: "0600" },
        { file: "/d", content: "", permissions: "0777", executable: true },
        { file: "/e", content: "theirs", owner: "1000", group: "2147483648" },
      ],
    },
    imported: "replaced",
    tells: {
      container_logs: "644 0 0\ntext\n744 0 0\nbase64\n600 0 0\nof the host\n777 0 0\n\n644 1000 2147483648\ntheirs\n",
    },
  },
  {
    name: "a log driver",
    asked: { log_driver: "local" },
    shows: { HostConfig: { LogConfig: { Type: "local" } } },
    without: "kept",
  },
  {
    name: "options of the engine's own log driver",
    asked: { log_opts: { "max-size": "1m", "max-file": "3" } },
    shows: { HostConfig: { LogConfig: { Type: "json-file", Config: { "max-size": "1m", "max-file": "3" } } } },
  },
];
