package io.muster.gateway.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.muster.domain.InvalidFieldException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file with all keys, in JSON. It holds no secret, but whoever can write to it can let anybody in: only its owner may read and
 * write it. It is replaced as a whole, so that a gateway never reads half of it.
 */
public final class KeysFile {

    private static final String OWNER_ONLY = "rw-------";

    private final Path path;

    public KeysFile(Path path) {
        this.path = path;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * All keys, in the order in which they were added; none if there is no file.
     *
     * @throws KeysFileException if it cannot be read
     */
    public List<KeyEntry> read() {
        return find().orElse(List.of());
    }

    /**
     * All keys, in the order in which they were added, or empty if there is no file.
     *
     * @throws KeysFileException if it cannot be read
     */
    Optional<List<KeyEntry>> find() {
        try {
            return Optional.of(KeysJson.read(Files.readAllBytes(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonMappingException e) {
            throw broken("is not a file of keys: " + reasonOf(e), e);
        } catch (JsonProcessingException e) {
            throw broken("is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw broken("cannot be read: " + e, e);
        }
    }

    /**
     * Adds a key.
     *
     * @return the key; this is the only time that it can be shown
     * @throws InvalidFieldException if name, source or area has a value it cannot have
     * @throws KeysFileException if the file cannot be read or written
     */
    public ApiKey add(String name, Collection<String> sources, Collection<String> areas, Instant now) {
        SecureRandom random = new SecureRandom();
        ApiKey key = ApiKey.random(random);
        KeyEntry entry = KeyEntry.of(key, name, sources, areas, now, random);
        try (FileChannel turn = lockFile()) {
            turn.lock();
            List<KeyEntry> keys = new ArrayList<>(read());
            keys.add(entry);
            write(keys);
            return key;
        } catch (IOException e) {
            throw broken("cannot be written: " + e, e);
        }
    }

    /**
     * Removes a key.
     *
     * @return whether there was one with this id
     * @throws KeysFileException if the file cannot be read or written
     */
    public boolean remove(String id) {
        try (FileChannel turn = lockFile()) {
            turn.lock();
            List<KeyEntry> keys = new ArrayList<>(read());
            boolean removed = keys.removeIf(key -> key.id().equals(id));
            if (removed) {
                write(keys);
            }
            return removed;
        } catch (IOException e) {
            throw broken("cannot be written: " + e, e);
        }
    }

    /** Two who change the file at the same time take turns. */
    private FileChannel lockFile() throws IOException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return FileChannel.open(
                absolute.resolveSibling(absolute.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    private void write(List<KeyEntry> keys) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path next = absolute.resolveSibling(absolute.getFileName() + ".new");
        Files.deleteIfExists(next);
        createForOwner(next);
        Files.write(next, KeysJson.write(keys), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(next, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void createForOwner(Path file) throws IOException {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } else {
            Files.createFile(file);
        }
    }

    private static String reasonOf(JsonMappingException failure) {
        return failure.getCause() instanceof IllegalArgumentException cause
                ? String.valueOf(cause.getMessage())
                : failure.getOriginalMessage();
    }

    private KeysFileException broken(String problem, IOException cause) {
        return new KeysFileException("the file of keys " + path + " " + problem, cause);
    }
}
