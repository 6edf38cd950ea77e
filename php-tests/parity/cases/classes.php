<?php
require __DIR__ . '/../support.php';

foreach ((new ReflectionExtension('gearman'))->getClasses() as $class) {
    if ($class->inNamespace()) {
        continue;
    }
    show($class->name, [
        'parent' => $class->getParentClass() ? $class->getParentClass()->name : null,
        'final' => $class->isFinal(),
        'interfaces' => $class->getInterfaceNames(),
        'properties' => array_map('strval', array_filter(
            $class->getProperties(),
            fn ($property) => $property->class === $class->name,
        )),
    ]);
}
