package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.PrivateFiles;
import exchange.settlement.app.startup.StartupFailure;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs from the class path, once per version. */
final class PostgresBinaries {

    private static final String DRAFT = "unpacking-";
    private static final int OWNER_EXECUTE = 0b001_000_000;

    private PostgresBinaries() {}

    /**
     * Makes sure that the programs are unpacked.
     *
     * @param parent where to keep them; several versions live side by side, each in a directory named by its content
     * @return the directory with {@code bin}, {@code lib} and {@code share}
     * @throws StartupFailure if there are none for this operating system and processor
     * @throws IOException    if they cannot be written
     */
    static Path unpack(Path parent) throws IOException {
        byte[] archive = read(resourceName());
        Path home = parent.resolve("bin-" + fingerprint(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        PrivateFiles.directory(parent);
        // Renamed when complete, so a directory with the final name is never half unpacked.
        deleteAbandoned(parent);
        Path draft = PrivateFiles.directory(parent.resolve(DRAFT + ProcessHandle.current().pid()));
        try {
            unpack(archive, draft);
            PrivateFiles.moveDurably(draft, home);
        } catch (IOException failure) {
            if (!Files.isDirectory(home)) {
                throw failure;
            }
            // Another process that shares the directory was first: its copy is as good.
        } finally {
            Directories.deleteIfExists(draft);
        }
        return home;
    }

    /** Removes what processes that were killed while unpacking left behind. */
    private static void deleteAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(parent, DRAFT + "*")) {
            for (Path draft : drafts) {
                long pid = Long.parseLong(draft.getFileName().toString().substring(DRAFT.length()));
                if (ProcessHandle.of(pid).isEmpty() || pid == ProcessHandle.current().pid()) {
                    Directories.deleteIfExists(draft);
                }
            }
        }
    }

    private static String resourceName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String family = system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : "linux";
        String processor = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
        return "postgres-" + family + "-" + processor + ".txz";
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new StartupFailure("There is no embedded PostgreSQL for this machine (" + resource
                        + "): use a PostgreSQL of your own by setting spring.datasource.url.");
            }
            return in.readAllBytes();
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(
                new XZCompressorInputStream(new ByteArrayInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leads out of the archive: " + entry.getName());
                }
                write(entry, tar, path);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean program = (entry.getMode() & OWNER_EXECUTE) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        // The final name must not appear after a power failure with empty files behind it.
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }
}
