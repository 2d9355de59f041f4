package io.muster.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.cli.Console;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

    @TempDir
    private Path folder;

    private final Console console = new Console();

    @Test
    void shouldPrintAKeyOnlyWhenItIsCreated() {
        Console.Result added = keys("add", "--name=Yên Dũng", "--source=s1", "--source=s2", "--area=yen-dung");
        Console.Result listed = keys("list");

        assertThat(added.exitCode()).isZero();
        assertThat(added.out().strip()).matches("mk_[0-9a-f]{12}_[A-Za-z0-9_-]{43}");
        assertThat(added.err()).contains("only this once", "muster keys remove " + id(added));
        assertThat(listed.out())
                .contains(id(added) + "  Yên Dũng: sources s1, s2; areas yen-dung; since ")
                .doesNotContain(added.out().strip());
    }

    @Test
    void shouldPrintJson() {
        Console.Result added = keys("add", "--name=n", "--source=s", "--area=*", "-o", "json");

        assertThat(added.out()).contains("\"id\" : \"", "\"key\" : \"mk_");
        assertThat(keys("list", "-o", "json").out()).contains("\"name\" : \"n\"", "\"areas\" : [ \"*\" ]");
    }

    @Test
    void shouldRevokeAKey() {
        String id = id(keys("add", "--name=n", "--source=s", "--area=a"));

        assertThat(keys("remove", id).exitCode()).isZero();
        assertThat(keys("list").out()).contains("There are no keys");
        assertThat(keys("remove", id).exitCode()).isEqualTo(1);
        assertThat(keys("remove", id).err()).contains("there is no key " + id);
    }

    @Test
    void shouldRejectAKeyWithoutAHolder() {
        assertThat(keys("add", "--source=s", "--area=a").exitCode()).isEqualTo(2);
        assertThat(keys("add", "--name= ", "--source=s", "--area=a").err()).contains("--name must not be blank");
        assertThat(keys("list").out()).contains("There are no keys");
    }

    private Console.Result keys(String command, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "keys";
        arguments[1] = command;
        arguments[2] = "--keys=" + folder.resolve("keys.json");
        System.arraycopy(more, 0, arguments, 3, more.length);
        return console.run(arguments);
    }

    private static String id(Console.Result added) {
        return added.out().substring("mk_".length(), "mk_".length() + 12);
    }
}
