package exchange.settlement.app.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An operating-system lock on {@code engine.lock} in the data directory. The operating system drops it when the process
 * ends, so a killed engine never leaves a lock behind.
 */
final class DataDirectoryLock implements AutoCloseable {

    private static final Duration RETRY_EVERY = Duration.ofMillis(100);

    /**
     * Directories held by this very process. Closing any second channel on a locked file drops the process's lock on it, so
     * the file must not be opened again to find out that it is locked.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DataDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param directory the data directory's real path
     * @param patience  how long to wait for a predecessor that is just ending
     * @return the lock, held
     * @throws IOException    if the lock file cannot be written
     * @throws StartupFailure if another engine holds the lock
     */
    static DataDirectoryLock acquire(Path directory, Duration patience) throws IOException {
        if (!HELD_HERE.add(directory)) {
            throw inUse(directory, String.valueOf(ProcessHandle.current().pid()));
        }
        try {
            FileChannel channel = lock(directory.resolve("engine.lock"), patience);
            if (channel == null) {
                throw inUse(directory, Files.readString(directory.resolve("engine.lock")).strip());
            }
            return new DataDirectoryLock(directory, channel);
        } catch (IOException | RuntimeException failure) {
            HELD_HERE.remove(directory);
            throw failure;
        }
    }

    private static @Nullable FileChannel lock(Path file, Duration patience) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        long end = System.nanoTime() + patience.toNanos();
        FileLock lock = channel.tryLock();
        while (lock == null && System.nanoTime() < end) {
            LockSupport.parkNanos(RETRY_EVERY.toNanos());
            lock = channel.tryLock();
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        // For the sentence that a second engine prints; the lock itself does not depend on it.
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static StartupFailure inUse(Path directory, String process) {
        return new StartupFailure("The data directory " + directory + " is in use by another engine (process " + process
                + "): stop that one first, or give this one its own directory with SETTLEMENT_DATA_DIRECTORY.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
